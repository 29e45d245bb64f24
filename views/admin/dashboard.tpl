% rebase('base.tpl', title='Dashboard')
<h1>Dashboard</h1>
<p class="fs-5 text-body-secondary">{{written.day(today)}}</p>
% if counts['without_outcome'] or of_new_accounts or doubles or troubles:
<section class="alert alert-warning" aria-labelledby="attention">
  <h2 class="h5" id="attention">Needs attention</h2>
  <ul class="mb-0">
    % if counts['without_outcome']:
    <li><a class="alert-link" href="/staff?open=1">{{counts['without_outcome']}} {{'visit' if counts['without_outcome'] == 1 else 'visits'}} to close</a>: did the patient come?</li>
    % end
    % if of_new_accounts:
    <li><a class="alert-link" href="/staff/new-accounts">{{of_new_accounts}} upcoming visits booked by accounts of the last 24 hours</a>: are they real?</li>
    % end
    % if doubles:
    <li><a class="alert-link" href="/admin/patients/doubles">{{doubles}} {{'pair of records' if doubles == 1 else 'pairs of records'}} may be the same patient</a></li>
    % end
    % for trouble in troubles:
    % if trouble.page:
    <li><a class="alert-link" href="{{trouble.page}}">{{trouble.text}}</a></li>
    % else:
    <li class="long">{{trouble.text}}.</li>
    % end
    % end
  </ul>
</section>
% end
<dl class="figures">
  <div class="card card-body"><dt>Visits today</dt><dd><a href="/staff">{{counts['today']}}<span class="visually-hidden"> visits today</span></a></dd></div>
  <div class="card card-body"><dt>In the clinic now</dt><dd><a href="/admin/appointments?from_day={{today}}&amp;until_day={{today}}&amp;status=arrived">{{counts['waiting']}}<span class="visually-hidden"> in the clinic now</span></a></dd></div>
  <div class="card card-body"><dt>Visits this week</dt><dd><a href="/admin/appointments?from_day={{monday}}&amp;until_day={{sunday}}">{{counts['this_week']}}<span class="visually-hidden"> visits this week</span></a></dd></div>
  <div class="card card-body"><dt>Upcoming visits</dt><dd><a href="/admin/appointments?from_day={{today}}&amp;status=booked">{{counts['coming']}}<span class="visually-hidden"> upcoming visits</span></a></dd></div>
</dl>
<section aria-labelledby="coming">
  <h2 class="h4 mt-4" id="coming">Next visits</h2>
  % if coming:
  <table class="table stack stack-inline">
    <thead><tr><th scope="col">When</th><th scope="col">Patient</th><th scope="col">With</th><th scope="col">Service</th><th scope="col">Room</th></tr></thead>
    <tbody>
      % for visit in coming:
      <tr>
        <th scope="row"><a href="/appointments/{{visit['appointment_id']}}">{{written.moment(visit['starts_at'])}}<span class="visually-hidden">, {{visit['patient_name']}}</span></a></th>
        <td class="long" data-label="Patient">{{visit['patient_name']}}</td>
        <td class="long" data-label="With">{{visit['staff_name']}}</td>
        <td data-label="Service">{{visit['service_name']}}</td>
        <td data-label="Room">{{written.place(visit)}}</td>
      </tr>
      % end
    </tbody>
  </table>
  <p class="d-print-none"><a href="/admin/appointments">All appointments</a></p>
  % else:
  <p>No visits are booked. Check that <a href="/admin/users?role=staff">your staff</a> have working hours and offer services.</p>
  % end
</section>
<h2 class="h4 mt-4">Last 5 weeks</h2>
<p class="d-print-none"><a href="/admin/reports">All reports</a></p>
% for report in reports:
% include('admin/reports/one.tpl', report=report)
% end
% if last_backup:
<p class="text-body-secondary d-print-none">{{last_backup}}</p>
% end
