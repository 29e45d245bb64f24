% rebase('base.tpl', title='Weekly hours: ' + person['full_name'])
% DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
<h1>Weekly hours <span class="d-block h5 text-body-secondary mt-1">{{person['full_name']}}</span></h1>
<form method="post" action="/staff/hours/week" novalidate>
  % # Enter in a field presses the first button of a form: it must not be one that fills the form anew.
  <button class="visually-hidden" tabindex="-1" aria-hidden="true">Save hours</button>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
  % if len(weeks) > 1:
  <input type="hidden" name="alternates" value="on">
  % end
  <div class="card card-body mb-4">
    <div class="narrow">
      % include('parts/field.tpl', name='valid_from', label='Start date', type='date', least=today, hint='The old hours apply until then. Visits already booked stay.')
    </div>
    <p class="mb-0">
      % if len(weeks) > 1:
      Two weeks take turns, each with its own days. <button class="btn btn-sm btn-outline-primary" name="fill" value="alike">Same hours every week</button>
      % else:
      <button class="btn btn-sm btn-outline-primary" name="fill" value="alternate">Every other week is different</button>
      % end
    </p>
  </div>
  % for week in weeks:
  <section class="card card-body mb-4" aria-label="{{'Hours' if not week['mondays'] else 'Weeks from ' + written.day(week['mondays'][0])}}">
    % if week['mondays']:
    <h2 class="h5">Weeks from {{', '.join(written.short_day(monday) for monday in week['mondays'])}} …</h2>
    % end
    % include('staff/hours/week_days.tpl', week=week, names=DAYS)
  </section>
  % end
  <p class="d-flex flex-wrap gap-3 align-items-center">
    <button class="btn btn-primary">Save hours</button>
    <a href="/staff/hours?staff_id={{person['staff_id']}}">Back</a>
  </p>
</form>
