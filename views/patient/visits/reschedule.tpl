% rebase('base.tpl', title='Move the visit')
<h1>Move the visit</h1>
<p>{{visit['service_name']}} with {{visit['staff_name']}}{{f' for {visit["patient_name"]}' if is_clinic or visit.get('relation') != 'self' else ''}}.
  Now: <strong>{{written.day(visit['starts_at'])}}, {{written.time(visit['starts_at'])}}</strong>.
  {{"The visit keeps" if is_clinic else "You keep"}} this time until you move it.</p>
% of_week = f'{written.short_day(days[0]["day"])} to {written.short_day(days[-1]["day"])}'
% include('parts/turn.tpl', of='week', shown=of_week, before=f'{path}?day={earlier}' if earlier else None, after=f'{path}?day={later}' if later else None)
% include('parts/week_strip.tpl', day_address=path + '?day=')
<form class="d-flex flex-wrap align-items-center gap-2 mb-4" method="get" action="{{path}}">
  <label for="day">Go to</label>
  <input class="form-control w-auto {{'is-invalid' if errors.get('day') else ''}}" type="date" id="day" name="day" value="{{day}}">
  <button class="btn btn-outline-secondary">Show</button>
</form>
% if errors.get('day'):
<div class="invalid-feedback d-block">{{errors['day']}}</div>
% end
<form method="post" action="{{path}}" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="version" value="{{visit['version']}}">
  <fieldset class="times" id="starts_at" tabindex="-1">
    <legend class="h5 mb-3">Free times on {{written.day(day)}}</legend>
    % if errors.get('starts_at'):
    <div class="invalid-feedback d-block">{{errors['starts_at']}}</div>
    % end
    <div class="slots">
      % for start in starts:
      % if start == visit['starts_at']:
      <span class="slot-now">{{written.time(start)}} <small>now</small></span>
      % else:
      % at = f'{start:%Y-%m-%dT%H:%M}'
      <span><input class="btn-check" type="radio" name="starts_at" id="at-{{at}}" value="{{at}}" {{'checked' if form.get('starts_at') == at else ''}}>
      <label class="btn btn-outline-primary" for="at-{{at}}"><span class="visually-hidden">{{written.day(day)}}, </span>{{written.time(start)}}</label></span>
      % end
      % end
    </div>
    % if not is_free:
    <p>{{'The clinic is closed on this day.' if closed is not None else 'No other time is free on this day.' if starts else 'No time is free on this day.'}}</p>
    % if next_day:
    <p><a class="btn btn-primary" href="{{path}}?day={{next_day}}">Next free day: {{written.day(next_day)}}</a></p>
    % else:
    <p>No later time can be booked yet either.
      % if clinic.phone and not is_clinic:
      Please call <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
      % end
    </p>
    % end
    % end
  </fieldset>
  % if is_clinic:
  <div class="narrow mt-3">
    % include('parts/field.tpl', name='other_at', label='Or another time', type='datetime-local', optional=True, hint='It can be outside working hours or at short notice. You then see the warnings. This time replaces a time chosen above.')
    % if get('warnings'):
    % include('parts/overrule.tpl')
    % end
    % include('patient/visits/tell.tpl', about='Your visit was changed', beside=' Without it, the patient gets no reminder of the new time either.')
  </div>
  % end
  <div class="d-grid d-sm-flex gap-2 mt-4">
    % if is_free or is_clinic:
    <button class="btn btn-primary">Move the visit</button>
    % end
    <a class="btn btn-outline-secondary" href="{{back}}">Keep this time</a>
  </div>
</form>
