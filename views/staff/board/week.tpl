% from datetime import timedelta
% rebase('base.tpl', title='Week of %s: %s' % (written.short_day(first), person['full_name']), styles=('board.css',), wide=True)
% def at(of_day):
%   return '/staff/week?staff_id=%d&day=%s' % (person['staff_id'], of_day)
% end
<div class="bar board-bar">
  <div class="board-title">
    <h1 class="mb-0">{{written.days(first, last)}}</h1>
    <p class="mb-0">{{person['full_name']}}</p>
  </div>
  % include('parts/turn_days.tpl', of='week', before=at(day - timedelta(days=7)), now_link=at(today) + '#now', after=at(day + timedelta(days=7)))
  % include('staff/board/views.tpl', shown='Week', staff_id=person['staff_id'])
</div>
<div class="board-tools d-print-none">
  % include('staff/board/whose.tpl', action='/staff/week')
  <a href="/staff/upcoming{{'?staff_id=%d' % person['staff_id'] if len(people) > 1 else ''}}">Upcoming visits as a list</a>
  <a href="/staff/calls">Patients to call</a>
</div>
<div class="board" role="region" aria-label="The days of the week side by side" tabindex="0">
  % include('staff/board/axis.tpl')
  % for column in columns:
  % of_day = column['day']
  <section class="board-column">
    <div class="board-head {{'is-today' if of_day == today else ''}}">
      <h2 class="h6 mb-0"><a href="/staff?view=board&amp;day={{of_day}}">{{written.short_day(of_day)}}</a><span class="visually-hidden">{{', today' if of_day == today else ''}}</span></h2>
      % include('staff/board/hours.tpl', frame=column['frame'])
      <span class="board-hours">{{column['visits'] or 'no'}} {{'visit' if column['visits'] == 1 else 'visits'}}</span>
    </div>
    % include('staff/board/lane.tpl', column=column, day=of_day, is_now_drawn=of_day == today, with_staff=False, with_buttons=False, with_day=True, service='')
  </section>
  % end
</div>
