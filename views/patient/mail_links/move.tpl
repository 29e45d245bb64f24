% rebase('base.tpl', title='Choose another time')
<h1>Choose another time</h1>
<p>{{visit['service_name']}} with {{visit['staff_name']}} for {{visit['patient_name']}}.
  Now: <strong>{{written.day(visit['starts_at'])}}, {{written.time(visit['starts_at'])}}</strong>.
  You keep this time until you book another one.</p>
% include('patient/visits/new_length.tpl')
% from datetime import timedelta
% include('parts/turn.tpl', of='week', shown=f'{written.short_day(first)} to {written.short_day(first + timedelta(days=6))}', before=f'{path}?day={earlier}' if earlier else None, after=f'{path}?day={later}' if later else None)
<form method="post" action="{{path}}" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="version" value="{{visit['version']}}">
  <fieldset class="times" id="starts_at" tabindex="-1">
    <legend class="visually-hidden">Free times</legend>
    % if errors.get('starts_at'):
    <div class="invalid-feedback d-block">{{errors['starts_at']}}</div>
    % end
    % if not days:
    <p>No time is free in this week.
      % if next_day:
      <a class="btn btn-primary d-block mt-2" href="{{path}}?day={{next_day}}">Next free day: {{written.day(next_day)}}</a>
      % elif clinic.phone:
      No later time can be booked yet either. Please call <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
      % end
    </p>
    % end
    <div class="week-columns">
      % for of_day, starts in days:
      <div>
        <h2 class="h6">{{written.short_day(of_day)}}</h2>
        <ul class="slots list-unstyled mb-0">
          % for start in starts:
          % value = f'{start:%Y-%m-%dT%H:%M}'
          <li><input class="btn-check" type="radio" name="starts_at" id="at-{{value}}" value="{{value}}" {{'checked' if form.get('starts_at') == value else ''}}>
          <label class="btn btn-outline-primary" for="at-{{value}}"><span class="visually-hidden">{{written.day(of_day)}}, </span>{{written.time(start)}}</label></li>
          % end
        </ul>
      </div>
      % end
    </div>
  </fieldset>
  <div class="d-grid d-sm-flex gap-2 mt-4">
    % if days:
    <button class="btn btn-primary">Move the visit</button>
    % end
    <a class="btn btn-outline-secondary" href="{{links['see']}}">Keep this time</a>
  </div>
</form>
