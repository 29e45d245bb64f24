% # How long somebody is away. Takes: person, day, today, parts (app.forms.away).
% rebase('base.tpl', title='Away: ' + person['full_name'])
<div class="narrow">
  <h1>{{person['full_name']}} is away {{'today' if day == today else ''}}</h1>
  <form class="card card-body" method="post" action="/staff/away" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
    % include('parts/field.tpl', name='day', label='Day', type='date')
    <fieldset class="mb-3 away">
      <legend class="form-label fs-6">How long?</legend>
      % if errors.get('away'):
      <div class="invalid-feedback d-block" id="away-error">{{errors['away']}}</div>
      % end
      % for how, label, part, kind in ((parts.WHOLE, 'The whole day', None, None), (parts.UNTIL, 'The morning, until', 'until_time', 'text'), (parts.FROM, 'The rest of the day, from' if day == today else 'The afternoon, from', 'from_time', 'text'), (parts.DAYS, 'Several days, until the end of', 'last_day', 'date')):
      <div class="choices">
        <label class="choice"><input class="form-check-input" type="radio" name="away" value="{{how}}" {{'checked' if form.get('away') == how else ''}}> <span>{{label}}</span></label>
        % if part:
        <input class="form-control {{'is-invalid' if errors.get(part) else ''}}" type="{{kind}}" id="{{part}}" name="{{part}}" value="{{form.get(part, '')}}" maxlength="20" autocomplete="off" aria-label="{{label}}" aria-describedby="{{part + '-error' if errors.get(part) else 'away-hint'}}">
        % end
      </div>
      % if part and errors.get(part):
      <div class="invalid-feedback d-block" id="{{part}}-error">{{errors[part]}}</div>
      % end
      % end
      <div class="form-text" id="away-hint">Times such as 13:00. Only what belongs to your choice counts.</div>
    </fieldset>
    % include('parts/field.tpl', name='reason', label='Reason', longest=200, autocomplete='off', hint='Only staff see it.', optional=True)
    <p>Nobody can book this time any more. Visits that are booked already stay: the next page helps you to rearrange them.</p>
    <div class="d-flex flex-wrap gap-3">
      <button class="btn btn-primary">Save and see the visits</button>
      <a class="btn btn-outline-secondary" href="/staff?day={{day}}">Back</a>
    </div>
  </form>
  <p class="mt-3"><a href="/staff/hours/time-off?staff_id={{person['staff_id']}}">Plan time off</a> for a holiday or a course.</p>
</div>
