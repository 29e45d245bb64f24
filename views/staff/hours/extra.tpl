% rebase('base.tpl', title='Extra hours: ' + person['full_name'])
<div class="narrow">
  <h1>Extra hours <span class="d-block h5 text-body-secondary mt-1">{{person['full_name']}}</span></h1>
  <p>For a day beside the usual week, such as one Saturday. The weekly hours stay as they are.</p>
  <form class="card card-body" method="post" action="/staff/hours/extra" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
    % include('parts/field.tpl', name='first_day', label='Day', type='date', least=today)
    <div class="row gx-3">
      <div class="col-6">
        % include('parts/field.tpl', name='from_time', label='From', type='time')
      </div>
      <div class="col-6">
        % include('parts/field.tpl', name='until_time', label='Until', type='time')
      </div>
      <div class="col-6">
        % include('parts/field.tpl', name='break_from', label='Break from', type='time', optional=True)
      </div>
      <div class="col-6">
        % include('parts/field.tpl', name='break_until', label='Break until', type='time', optional=True)
      </div>
    </div>
    % include('parts/field.tpl', name='last_day', label='Every week until', type='date', least=today, optional=True, hint='Empty: on this day only.')
    <div class="d-flex flex-wrap gap-3">
      <button class="btn btn-primary">Save extra hours</button>
      <a class="btn btn-outline-secondary" href="/staff/hours?staff_id={{person['staff_id']}}">Back</a>
    </div>
  </form>
</div>
