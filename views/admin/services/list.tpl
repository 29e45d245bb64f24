% rebase('base.tpl', title='Services')
<h1>Services</h1>
<p class="d-print-none"><a class="btn btn-primary" href="/admin/services/new">Add a service</a></p>
% if not services:
<p class="fs-5">There are no services yet. Patients book a service, such as a consultation or a check-up. Add the first service.</p>
% else:
<table class="table stack">
  <thead><tr><th scope="col">Service</th><th scope="col">Length</th><th scope="col">Pause after</th><th scope="col">Offered by</th><th scope="col">Where</th><th scope="col">State</th></tr></thead>
  <tbody>
    % for service in services:
    <tr>
      <th scope="row"><a href="/admin/services/{{service['service_id']}}">{{service['name']}}</a></th>
      <td class="text-nowrap" data-label="Length">{{written.length(service['minutes'])}}</td>
      <td class="text-nowrap" data-label="Pause after">{{written.length(service['pause_minutes']) if service['pause_minutes'] else '–'}}</td>
      <td class="long" data-label="Offered by">
        % if (service['people'] or '').count(', ') > 1:
        <details><summary>{{service['people'].count(', ') + 1}} people</summary>{{service['people']}}</details>
        % else:
        {{service['people'] or 'Nobody'}}
        % end
      </td>
      % has_place = service['rooms'] or service['place'] != 'room'
      <td data-label="Where">{{(service['rooms'] or 'None') if service['place'] == 'room' else written.place({'room_name': None, **service})}}</td>
      <td data-label="State">{{'Not offered' if not service['is_active'] else ('Can be booked' if service['is_online'] else 'Only the desk books it') if service['people'] and has_place and service['is_at_work'] else 'Nobody can book it: ' + ' and '.join(word for word, there in (('nobody offers it', service['people']), ('nobody who offers it has working hours', service['is_at_work'] or not service['people']), ('no room suits it', has_place)) if not there)}}</td>
    </tr>
    % end
  </tbody>
</table>
% end
