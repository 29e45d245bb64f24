% rebase('base.tpl', title='Rooms')
% free = [room for room in rooms if not room['taken_until']]
<h1>Rooms</h1>
<p class="d-flex flex-wrap gap-3 d-print-none">
  <a class="btn btn-primary" href="/admin/rooms/new">Add a room</a>
  <a class="btn btn-outline-primary" href="/admin/rooms/usage">Room timetable</a>
</p>
% if not rooms and not retired:
<p class="fs-5">There are no rooms yet. Patients can book when there is a room. Add the first room.</p>
% end
% if rooms:
<section class="card card-body mb-4" aria-labelledby="free">
  <h2 class="h5" id="free">Free now, at {{written.time(now)}}</h2>
  % if free:
  <ul class="list-unstyled d-flex flex-wrap column-gap-4 mb-0">
    % for room in free:
    <li><strong>{{room['name']}}</strong> {{'until ' + written.time(room['next_at']) if room['next_at'] else 'for the rest of the day'}}</li>
    % end
  </ul>
  % else:
  <p class="mb-0">No room is free now. {{min(rooms, key=lambda room: room['taken_until'])['name']}} is the next free room, at {{written.time(min(room['taken_until'] for room in rooms))}}.</p>
  % end
</section>
<table class="table stack">
  <thead><tr><th scope="col">Room</th><th scope="col">Now</th><th scope="col">Suits</th><th scope="col">Upcoming visits</th></tr></thead>
  <tbody>
    % for room in rooms:
    <tr>
      <th scope="row"><a href="/admin/rooms/{{room['room_id']}}">{{room['name']}}</a></th>
      <td data-label="Now">
        % if room['taken_until']:
        {{room['taken_by']}} until {{written.time(room['taken_until'])}}
        % else:
        Free{{' until ' + written.time(room['next_at']) if room['next_at'] else ''}}
        % end
      </td>
      <td data-label="Suits">{{room['services'] or 'No services yet, so nobody can book it'}}</td>
      <td data-label="Upcoming visits">{{room['visits_ahead']}}</td>
    </tr>
    % end
  </tbody>
</table>
% end
% if retired:
<h2 class="h4 mt-4">Retired</h2>
<ul>
  % for room in retired:
  <li><a href="/admin/rooms/{{room['room_id']}}">{{room['name']}}</a>\\
    % if room['visits_ahead']:
, <strong>{{room['visits_ahead']}} {{'visit' if room['visits_ahead'] == 1 else 'visits'}} to rearrange</strong>\\
    % end
</li>
  % end
</ul>
% end
