% rebase('base.tpl', title='Time off: ' + person['full_name'])
<div class="narrow">
  <h1>Time off <span class="d-block h5 text-body-secondary mt-1">{{person['full_name']}}</span></h1>
  <form class="card card-body" method="post" action="/staff/hours/time-off" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
    <div class="row gx-3">
      <div class="col-sm-6">
        % include('parts/field.tpl', name='first_day', label='First day', type='date')
      </div>
      <div class="col-sm-6">
        % include('parts/field.tpl', name='last_day', label='Last day', type='date', optional=True)
      </div>
    </div>
    <p class="form-text">For one day, leave the last day empty. For whole days, leave the times empty.</p>
    <div class="row gx-3">
      <div class="col-sm-6">
        % include('parts/field.tpl', name='from_time', label='From', longest=20, autocomplete='off', hint='On the first day, such as 13:00', optional=True)
      </div>
      <div class="col-sm-6">
        % include('parts/field.tpl', name='until_time', label='Until', longest=20, autocomplete='off', hint='On the last day, such as 17:30', optional=True)
      </div>
    </div>
    % include('parts/field.tpl', name='reason', label='Reason', longest=200, autocomplete='off', hint='Only staff see it.', optional=True)
    <p>Visits already booked in this time stay. You see them after saving.</p>
    <div class="d-flex flex-wrap gap-3">
      <button class="btn btn-primary">Save time off</button>
      <a class="btn btn-outline-secondary" href="/staff/hours?staff_id={{person['staff_id']}}">Back</a>
    </div>
  </form>
</div>
