% from datetime import timedelta
% rebase('base.tpl', title=('Today' if day == today else written.short_day(day)) + (', rooms' if asked['by'] else ''), styles=('board.css',), wide=True)
% by_room, minute = asked['by'] == 'rooms', now.hour * 60 + now.minute
% service = '&service_id=%d' % asked['service_id'] if asked['service_id'] else ''
<div class="bar board-bar">
  <div class="board-title">
    <h1 class="mb-0">{{'Today, ' + written.short_day(day) if day == today else written.day(day)}}</h1>
    <p class="mb-0">{{count['visits'] or 'No'}} {{'visit' if count['visits'] == 1 else 'visits'}}{{''.join(', %d %s' % (count[status], label) for status, label in (('arrived', 'here now'), ('completed', 'done'), ('no_show', 'did not come')) if count[status])}}\\
      % if earlier:
. <a href="{{address(whole=1)}}">Show {{earlier}} earlier</a>\\
      % elif asked['whole']:
. <a href="{{address(whole=0)}}">From now on</a>\\
      % end
</p>
  </div>
  % include('parts/turn_days.tpl', of='day', before=address(day=day - timedelta(days=1), whole=0), now_link=address(day=today, whole=0) + '#now', after=address(day=day + timedelta(days=1), whole=0))
  % include('staff/board/views.tpl', shown='Day', staff_id=asked['staff_id'])
</div>
% if closed is not None:
<p class="alert alert-warning mt-3 mb-0">The clinic is closed on this day: {{closed}}</p>
% end
% include('parts/attention.tpl')
<div class="board-tools d-print-none">
  <a class="btn btn-primary" href="/staff/book?day={{day}}">Book</a>
  % include('parts/find_patient.tpl', look='board-search')
  <form class="board-filters" method="get" action="/staff">
    <input type="hidden" name="view" value="board">
    <input type="hidden" name="day" value="{{day}}">
    % if by_room:
    <input type="hidden" name="by" value="rooms">
    % end
    % for name, label, all_of, options in (('staff_id', 'Who', 'Everybody', [(each['staff_id'], each['full_name']) for each in people]), ('service_id', 'Service', 'All services', [(each['key_or_count'], each['name']) for each in choices['service']]), ('room_id', 'Room', 'All rooms', [(each['key_or_count'], each['name']) for each in choices['room']])):
    <label class="visually-hidden" for="{{name}}">{{label}}</label>
    <select class="form-select" id="{{name}}" name="{{name}}">
      <option value="">{{all_of}}</option>
      % for key, text in options:
      <option value="{{key}}" {{'selected' if key == asked[name] else ''}}>{{text}}</option>
      % end
    </select>
    % end
    <button class="btn btn-outline-primary">Show</button>
  </form>
  <nav class="pills" aria-label="Columns">
    <a href="{{address(by='')}}" aria-current="{{'false' if by_room else 'true'}}">Staff</a>
    <a href="{{address(by='rooms')}}" aria-current="{{'true' if by_room else 'false'}}">Rooms</a>
  </nav>
</div>
% if columns:
% for status in ('booked', 'arrived'):
<form method="post" action="/staff" id="{{status}}">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="from_status" value="{{status}}">
  <input type="hidden" name="next" value="{{here}}">
</form>
% end
<div class="board" role="region" aria-label="{{'Rooms' if by_room else 'Staff'}} side by side" tabindex="0">
  % include('staff/board/axis.tpl')
  % for column in columns:
  <section class="board-column">
    % if by_room:
    <h2 class="board-head" id="room-{{column['room']['key_or_count']}}">{{column['room']['name']}}</h2>
    % include('staff/board/lane.tpl', column=column, day=day, is_now_drawn=True, with_staff=True, with_buttons=day == today, now_minute=minute, service=service)
    % else:
    % include('staff/board/person.tpl', column=column)
    % include('staff/board/lane.tpl', column=column, day=day, is_now_drawn=True, with_staff=False, with_buttons=day == today, now_minute=minute, service=service)
    % end
  </section>
  % end
</div>
% else:
<p class="mt-4">{{'There are no rooms yet.' if by_room else 'Nobody who is shown here works on this day, and there are no visits.'}}
  % if asked['staff_id'] or asked['service_id'] or asked['room_id']:
  <a href="/staff?view=board&amp;day={{day}}">Show everybody</a>
  % else:
  <a href="/staff/hours">Working hours</a>
  % end
</p>
% end
