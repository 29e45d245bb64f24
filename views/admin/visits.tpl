% rebase('base.tpl', title='Appointments')
<h1>Appointments</h1>
<form class="card card-body mb-4 d-print-none" method="get" action="/admin/appointments" novalidate aria-label="Filter the list">
  <div class="row gx-3">
    <div class="col-sm-6 col-lg-3">
      % include('parts/field.tpl', name='from_day', label='From', type='date', optional='quietly')
    </div>
    <div class="col-sm-6 col-lg-3">
      % include('parts/field.tpl', name='until_day', label='Until', type='date', optional='quietly')
    </div>
    <div class="col-lg-6">
      % include('parts/field.tpl', name='patient', label='Patient\'s name or phone', longest=100, optional='quietly')
    </div>
    <div class="col-6 col-lg-4">
      % include('admin/parts/select.tpl', name='staff_id', label='With', empty='All staff', options=[(person['staff_id'], person['full_name']) for person in people])
    </div>
    <div class="col-6 col-lg-4">
      % include('admin/parts/select.tpl', name='room_id', label='Room', empty='All rooms', options=[(room['room_id'], room['name']) for room in rooms])
    </div>
    <div class="col-lg-4">
      % include('admin/parts/select.tpl', name='status', label='Status', empty='All statuses', options=[('booked', 'Booked'), ('arrived', 'Arrived'), ('completed', 'Done'), ('no_show', 'Didn\'t come'), ('cancelled', 'Cancelled'), ('without_outcome', 'To close')])
    </div>
  </div>
  <div class="d-flex flex-wrap gap-3 align-items-center">
    <button class="btn btn-primary">Show</button>
    % if form.get('from_day') != str(today) or any(form.get(name) for name in ('until_day', 'patient', 'staff_id', 'room_id', 'status')):
    <a href="/admin/appointments">Clear filters</a>
    % end
  </div>
</form>
% if not errors:
<div class="bar mb-2">
  <p class="mb-0" role="status">{{'More than ' if paging.more else ''}}{{f'{paging.total:,}'}} {{'visit' if paging.total == 1 else 'visits'}}</p>
  % if visits and not paging.more:
  <a class="d-print-none" href="/admin/appointments.csv?{{narrowed or 'from_day='}}">CSV<span class="visually-hidden"> of these visits</span></a>
  % end
</div>
% end
% if visits:
<table class="table stack stack-inline">
  <thead><tr><th scope="col">When</th><th scope="col">Patient</th><th scope="col">With</th><th scope="col">Service</th><th scope="col">Room</th><th scope="col">Status</th></tr></thead>
  <tbody>
    % for visit in visits:
    <tr>
      <th scope="row"><a href="/appointments/{{visit['appointment_id']}}">{{written.moment(visit['starts_at'])}}<span class="visually-hidden">, {{visit['patient_name']}}</span></a></th>
      <td class="long" data-label="Patient">{{visit['patient_name']}}</td>
      <td class="long" data-label="With">{{visit['staff_name']}}</td>
      <td data-label="Service">{{visit['service_name']}}</td>
      <td data-label="Room">{{written.place(visit)}}</td>
      <td data-label="Status">{{visit['status_label']}}</td>
    </tr>
    % end
  </tbody>
</table>
% include('parts/paging.tpl', paging=paging, of='appointments')
% elif not errors:
<p>No visits found. Remove a filter, or see <a href="/admin/appointments">all visits from today on</a>.</p>
% end
