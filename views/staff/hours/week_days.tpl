% # The days of one week in the form of hours. Takes: week (of week_fields.shown), names (of the days), and the form's errors.
% prefix = week['prefix']
<p class="d-flex flex-wrap gap-2 mb-3">
  % for preset, (label, _) in presets.items():
  <button class="btn btn-sm btn-outline-primary" name="fill" value="{{prefix}}{{preset}}">{{label}}</button>
  % end
  <button class="btn btn-sm btn-outline-primary" name="fill" value="{{prefix}}copy_monday">Copy Monday to Tuesday–Friday</button>
</p>
<div class="day-hours-list">
  % for weekday, day in enumerate(week['days']):
  % name = names[weekday]
  % wrong = {part: errors.get('%s%s_%d' % (prefix, part, weekday)) for part in ('hours', 'breaks')}
  <fieldset class="day-hours">
    <legend class="visually-hidden">{{name}}</legend>
    % for part in ('hours', 'breaks'):
    % if wrong[part]:
    <div class="invalid-feedback d-block" id="{{prefix}}{{part}}_{{weekday}}-error">{{wrong[part]}}</div>
    % end
    % end
    % if day['text']:
    % for part, label in (('hours', name), ('breaks', 'Breaks on ' + name)):
    % field = '%s%s_%d' % (prefix, part, weekday)
    <div class="mb-2">
      <label class="form-label" for="{{field}}">{{label}}</label>
      <input class="form-control {{'is-invalid' if wrong[part] else ''}}" id="{{field}}" name="{{field}}" value="{{day['text'][field]}}" maxlength="200" autocomplete="off" aria-invalid="{{'true' if wrong[part] else 'false'}}"
        % if wrong[part]:
        aria-describedby="{{field}}-error"
        % end
      >
    </div>
    % end
    % else:
    <input type="hidden" name="{{prefix}}was_{{weekday}}" value="{{form.get('%swas_%d' % (prefix, weekday), '')}}">
    <div class="day-hours-rows">
      <div class="form-check">
        <input class="form-check-input" type="checkbox" id="{{prefix}}works_{{weekday}}" name="{{prefix}}works_{{weekday}}" value="on"
          % if day['works']:
          checked
          % end
        >
        <label class="form-check-label fw-semibold" for="{{prefix}}works_{{weekday}}"><span class="visually-hidden">Works on </span>{{name}}</label>
      </div>
      <div class="day-hours-times">
        % for number, row in enumerate(day['rows'], 1):
        % for part, label, kind in (('from', 'From', 'hours'), ('until', 'Until', 'hours'), ('break_from', 'Break from', 'breaks'), ('break_until', 'Break until', 'breaks')):
        % field = '%s%s_%d_%d' % (prefix, part, weekday, number)
        % first = number == 1 and part in ('from', 'break_from')
        % at = '%s%s_%d' % (prefix, kind, weekday) if first else field
        <div>
          <label class="form-label" for="{{at}}"><span class="visually-hidden">{{name}}{{', period %d' % number if number > 1 else ''}}: </span>{{label}}</label>
          <input class="form-control {{'is-invalid' if wrong[kind] else ''}}" type="time" step="300" id="{{at}}" name="{{field}}" value="{{field_value(row[part])}}"
            % if wrong[kind]:
            aria-invalid="true" aria-describedby="{{prefix}}{{kind}}_{{weekday}}-error"
            % end
          >
        </div>
        % end
        % end
      </div>
      <button class="btn btn-sm btn-outline-secondary" name="fill" value="{{prefix}}more_{{weekday}}" aria-label="Another period or break on {{name}}">Another period</button>
    </div>
    % end
  </fieldset>
  % end
</div>
