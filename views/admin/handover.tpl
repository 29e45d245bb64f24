% rebase('base.tpl', title='Reassign ' + user['full_name'] + '\'s visits')
% at = '/admin/users/' + str(user['user_id'])
% fitting = sum(1 for visit in visits if not visit['against'])
<p><a href="{{at}}">{{user['full_name']}}</a></p>
<h1>Reassign {{user['full_name']}}'s visits</h1>
% if not visits:
<p>{{user['full_name']}} has no upcoming visits.</p>
% elif not colleagues:
<p>{{len(visits)}} upcoming {{'visit' if len(visits) == 1 else 'visits'}}, but no other member of staff can be booked. <a href="/admin/users/new?role=staff">Add staff</a></p>
% else:
<p>Times and rooms stay the same. A colleague can take a visit when they offer the service, are at work and are free.</p>
<form class="card card-body mb-4 narrow" method="get" action="{{at}}/reassign">
  % include('admin/parts/select.tpl', name='staff_id', label='Reassign to', empty='Choose a colleague', options=[(person['staff_id'], person['full_name'] + (' (' + person['specialization'] + ')' if person['specialization'] else '') + (', offers none of the same services' if not person['shared_services'] else '')) for person in colleagues])
  <button class="btn btn-outline-primary">Show which visits fit</button>
</form>
% if chosen:
<h2 class="h4">{{chosen['full_name']}} can take {{fitting}} of {{len(visits)}}</h2>
% if fitting:
<form class="card card-body mb-4 narrow" method="post" action="{{at}}/reassign">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="staff_id" value="{{chosen['staff_id']}}">
  % if mail_is_on:
  <div class="form-check mb-3">
    <input class="form-check-input" type="checkbox" id="tell_patients" name="tell_patients" checked aria-describedby="tell_patients-hint">
    <label class="form-check-label" for="tell_patients">Send the patients an e-mail</label>
    <div class="form-text" id="tell_patients-hint">They get the new details of their visit. Please call patients who have no e-mail address.</div>
  </div>
  % else:
  <input type="hidden" name="tell_patients" value="on">
  <p>This clinic sends no e-mail. Please call each patient.</p>
  % end
  <button class="btn btn-primary">Reassign {{fitting}} {{'visit' if fitting == 1 else 'visits'}} to {{chosen['full_name']}}</button>
</form>
% end
% end
<table class="table stack">
  <caption class="caption-top">{{user['full_name']}}'s upcoming visits</caption>
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
<p>There are {{len(visits) - shown}} more visits after these.</p>
% end
% end
