% rebase('base.tpl', title='Give away the visits of ' + user['full_name'])
% at = '/admin/users/' + str(user['user_id'])
% fitting = sum(1 for visit in visits if not visit['against'])
<p><a href="{{at}}">{{user['full_name']}}</a></p>
<h1>Give away the visits of {{user['full_name']}}</h1>
% if not visits:
<p>{{user['full_name']}} has no visits ahead.</p>
% elif not colleagues:
<p>{{len(visits)}} {{'visit' if len(visits) == 1 else 'visits'}} ahead, but nobody else can be booked. <a href="/admin/users/new?role=staff">Add staff</a></p>
% else:
<p>Times and rooms stay; only the person changes, and only where they offer the service, are at work and are free.</p>
<form class="card card-body mb-4 narrow" method="get" action="{{at}}/reassign">
  % include('admin/parts/select.tpl', name='staff_id', label='Who takes over?', empty='Choose somebody', options=[(person['staff_id'], person['full_name'] + (' (' + person['specialization'] + ')' if person['specialization'] else '') + (', offers none of the same services' if not person['shared_services'] else '')) for person in colleagues])
  <button class="btn btn-outline-primary">Show what fits</button>
</form>
% if chosen:
<h2 class="h4">{{fitting}} of {{len(visits)}} {{'fits' if fitting == 1 else 'fit'}} {{chosen['full_name']}}</h2>
% if fitting:
<form class="card card-body mb-4 narrow" method="post" action="{{at}}/reassign">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="staff_id" value="{{chosen['staff_id']}}">
  % if mail_is_on:
  <div class="form-check mb-3">
    <input class="form-check-input" type="checkbox" id="tell_patients" name="tell_patients" checked aria-describedby="tell_patients-hint">
    <label class="form-check-label" for="tell_patients">Tell the patients by mail</label>
    <div class="form-text" id="tell_patients-hint">Each gets the visit as it then is, with the new person's name. Who has no e-mail address has to be called.</div>
  </div>
  % else:
  <input type="hidden" name="tell_patients" value="on">
  <p>This clinic sends no mail: each patient must be called.</p>
  % end
  <button class="btn btn-primary">Give {{fitting}} {{'visit' if fitting == 1 else 'visits'}} to {{chosen['full_name']}}</button>
</form>
% end
% end
<table class="table stack">
  <caption class="caption-top">Visits ahead of {{user['full_name']}}</caption>
  <thead><tr><th scope="col">When</th><th scope="col">Patient</th><th scope="col">Service</th>\\
% if chosen:
<th scope="col">{{chosen['full_name']}}</th>\\
% end
</tr></thead>
  <tbody>
    % for visit in visits[:shown]:
    <tr>
      <th scope="row"><a href="/appointments/{{visit['appointment_id']}}">{{written.moment(visit['starts_at'])}}<span class="visually-hidden">, {{visit['patient_name']}}</span></a></th>
      <td class="long" data-label="Patient">{{visit['patient_name']}}</td>
      <td data-label="Service">{{visit['service_name']}}</td>
      % if chosen:
      <td data-label="Fits?">{{visit['against'] or 'fits'}}</td>
      % end
    </tr>
    % end
  </tbody>
</table>
% if len(visits) > shown:
<p>And {{len(visits) - shown}} more, later than these.</p>
% end
% end
