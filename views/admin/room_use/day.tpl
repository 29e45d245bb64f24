% rebase('base.tpl', title='Room timetable, ' + written.short_day(day))
% include('admin/room_use/head.tpl', is_week=False, heading='Room timetable, ' + written.day(day))
% opening = use['opening'].get(day, [])
<p>
  % if opening:
  Open {{' and '.join(written.minute(start) + '–' + written.minute(end) for start, end in opening)}}, when staff are working.
  % else:
  The clinic is not open on this day.
  % end
</p>
% if not use['rooms']:
<p>There are no rooms yet. <a href="/admin/rooms/new">Add the first room</a></p>
% else:
<figure class="card card-body mb-4">
  % include('admin/room_use/timeline.tpl', chart=use['chart'], name='rooms', title='Rooms on ' + written.day(day), summary='; '.join(f'{room["name"]}: visits {len(room["visits"])}' for room in use['rooms']) + '. The table shows the same.')
  <figcaption class="mt-2 text-body-secondary">Dark: with a patient. Pale with an edge: the pause after a visit. Pale: open and free.</figcaption>
</figure>
<table class="table stack">
  <caption class="caption-top">How long each room is in use during opening hours, with pauses</caption>
  <thead><tr><th scope="col">Room</th><th scope="col" class="amount">Visits</th><th scope="col" class="amount">In use</th><th scope="col" class="amount">Share of opening hours</th></tr></thead>
  <tbody>
    % for room in use['rooms']:
    <tr>
      <th scope="row"><a href="/admin/rooms/{{room['room_id']}}">{{room['name']}}</a>{{'' if room['is_active'] else ' (retired)'}}</th>
      <td class="amount" data-label="Visits">{{len(room['visits'])}}</td>
      <td class="amount" data-label="In use">{{written.length(room['minutes'])}}</td>
      <td class="amount" data-label="Share">{{'–' if room['share'] is None else f'{room["share"]} %'}}</td>
    </tr>
    % end
  </tbody>
</table>
<h2 class="h4 mt-4">Visits</h2>
% for room in use['rooms']:
<h3 class="h6">{{room['name']}}</h3>
% if room['visits']:
<table class="table stack even mb-4">
  <thead class="visually-hidden"><tr><th scope="col">When</th><th scope="col">With</th><th scope="col">Patient</th><th scope="col">Service</th></tr></thead>
  <tbody>
    % for visit in room['visits']:
    <tr>
      <th scope="row"><a href="/appointments/{{visit['appointment_id']}}">{{written.time(visit['starts_at'])}}–{{written.time(visit['ends_at'])}}<span class="visually-hidden">, {{visit['patient_name']}}</span></a></th>
      <td class="long" data-label="With">{{visit['staff_name']}}</td>
      <td class="long" data-label="Patient">{{visit['patient_name']}}</td>
      <td data-label="Service">{{visit['service_name']}}</td>
    </tr>
    % end
  </tbody>
</table>
% else:
<p class="mb-4">No visits.</p>
% end
% end
% end
