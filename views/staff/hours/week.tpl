% rebase('base.tpl', title='Weekly hours: ' + person['full_name'])
% DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
<h1>Weekly hours <span class="d-block h5 text-body-secondary mt-1">{{person['full_name']}}</span></h1>
<p id="how">Write times like <strong>{{example}}</strong>. Put a comma between two periods. Leave a day off empty. Periods that touch, such as 9:00-12:00, 12:00-13:00, are saved as one. A break is within a period, such as <strong>10:30-10:45</strong>.</p>
<form class="card card-body" method="post" action="/staff/hours/week" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
  <div class="narrow">
    % include('parts/field.tpl', name='valid_from', label='Start date', type='date', least=today, hint='The old hours apply until then. Visits already booked stay.')
  </div>
  % for weekday, day in enumerate(DAYS):
  <div class="row gx-3 week-row">
    % for part, label, width in (('hours', day, 'col-md-7'), ('breaks', 'Breaks on ' + day, 'col-md-5')):
    % name = '%s_%d' % (part, weekday)
    % error = errors.get(name)
    <div class="{{width}}">
      <label class="form-label {{'' if part == 'hours' else 'fw-normal'}}" for="{{name}}">{{label}}</label>
      % if error:
      <div class="invalid-feedback d-block" id="{{name}}-error">{{error}}</div>
      % end
      <input class="form-control {{'is-invalid' if error else ''}}" id="{{name}}" name="{{name}}" value="{{form.get(name, '')}}" maxlength="200" autocomplete="off" spellcheck="false"
        % if error:
        aria-invalid="true" aria-describedby="how {{name}}-error"
        % else:
        aria-describedby="how"
        % end
      >
    </div>
    % end
  </div>
  % if weekday == 0:
  <div class="form-check mb-3">
    <input class="form-check-input" type="checkbox" id="as_monday" name="as_monday" value="yes"
      % if form.get('as_monday'):
      checked
      % end
    >
    <label class="form-check-label" for="as_monday">Tuesday to Friday are the same as Monday (their own fields are ignored)</label>
  </div>
  % end
  % end
  <div class="d-flex flex-wrap gap-3 mt-2">
    <button class="btn btn-primary">Save hours</button>
    <a class="btn btn-outline-secondary" href="/staff/hours?staff_id={{person['staff_id']}}">Back</a>
  </div>
</form>
