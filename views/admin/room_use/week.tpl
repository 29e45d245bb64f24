% rebase('base.tpl', title='Room timetable, week of ' + written.short_day(days[0]))
% include('admin/room_use/head.tpl', is_week=True, heading='Room timetable, ' + written.days(days[0], days[-1]))
<p>
  % if use['open_minutes']:
  Open {{written.length(use['open_minutes'])}} this week, when staff are working.
  % else:
  The clinic is not open this week.
  % end
</p>
% if not use['rooms']:
<p>There are no rooms yet. <a href="/admin/rooms/new">Add the first room</a></p>
% else:
<figure class="card card-body mb-4">
  % include('admin/room_use/timeline.tpl', chart=use['chart'], name='rooms', title='Rooms in the week of ' + written.day(days[0]), summary='; '.join(f'{room["name"]}: visits {len(room["visits"])}' for room in use['rooms']) + '. The tables show the same.')
  <figcaption class="mt-2 text-body-secondary">Dark: with a patient. Pale with an edge: the pause after a visit. Pale: open and free.</figcaption>
</figure>
<table class="table stack">
  <caption class="caption-top">Share of opening hours in which each room is in use, with pauses. Choose a number to see that day's visits.</caption>
  <thead>
    <tr>
      <th scope="col">Room</th>
      % for each in days:
      <th scope="col" class="amount">{{written.short_day(each)}}</th>
      % end
      <th scope="col" class="amount">Week</th>
    </tr>
  </thead>
  <tbody>
    % for room in use['rooms']:
    <tr>
      <th scope="row"><a href="/admin/rooms/{{room['room_id']}}">{{room['name']}}</a>{{'' if room['is_active'] else ' (retired)'}}</th>
      % for each in days:
      % number, minutes, share = room['by_day'][each]
      <td class="amount" data-label="{{written.short_day(each)}}">
        % if minutes:
        <a class="text-nowrap" href="/admin/rooms/usage?day={{each}}">{{written.length(minutes) if share is None else f'{share} %'}}<span class="visually-hidden">, {{room['name']}}, {{written.short_day(each)}}</span></a>
        % else:
        {{'closed' if share is None else '0 %'}}
        % end
      </td>
      % end
      <td class="amount" data-label="Week"><strong class="text-nowrap">{{'–' if room['share'] is None else f'{room["share"]} %'}}</strong></td>
    </tr>
    % end
  </tbody>
</table>
<h2 class="h4 mt-4">Staff in each room</h2>
<table class="table stack">
  <thead><tr><th scope="col">Room</th><th scope="col">With</th><th scope="col" class="amount">Visits</th><th scope="col" class="amount">In use</th></tr></thead>
  <tbody>
    % for room in use['rooms']:
    % for name, number, minutes in room['people']:
    <tr>
      <th scope="row">{{room['name']}}</th>
      <td class="long" data-label="With">{{name}}</td>
      <td class="amount" data-label="Visits">{{number}}</td>
      <td class="amount" data-label="In use">{{written.length(minutes)}}</td>
    </tr>
    % end
    % if not room['people']:
    <tr>
      <th scope="row">{{room['name']}}</th>
      <td class="long" data-label="With">Nobody</td>
      <td class="amount" data-label="Visits">0</td>
      <td class="amount" data-label="In use">0 min</td>
    </tr>
    % end
    % end
  </tbody>
</table>
% end
