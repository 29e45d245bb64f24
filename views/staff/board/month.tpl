% from datetime import timedelta
% rebase('base.tpl', title='%s: %s' % (written.month(first), person['full_name']), styles=('board.css',), wide=True)
% def at(of_day):
%   return '/staff/month?staff_id=%d&day=%s' % (person['staff_id'], of_day)
% end
<div class="bar board-bar">
  <div class="board-title">
    <h1 class="mb-0">{{written.month(first)}}</h1>
    <p class="mb-0">{{person['full_name']}}</p>
  </div>
  % include('parts/turn_days.tpl', of='month', before=at((first - timedelta(days=1)).replace(day=1)), now_link=at(today), after=at(end))
  % include('staff/board/views.tpl', shown='Month', staff_id=person['staff_id'])
</div>
<div class="board-tools d-print-none">
  % include('staff/board/whose.tpl', action='/staff/month')
</div>
<table class="board-month">
  <caption class="visually-hidden">How many visits each day of {{written.month(first)}} has</caption>
  <thead><tr>
    % for number in range(7):
    <th scope="col">{{written.weekday(weeks[0][number])}}</th>
    % end
  </tr></thead>
  <tbody>
    % for week in weeks:
    <tr>
      % for each in week:
      % row = known.get(each)
      % if not row:
      <td class="is-other"></td>
      % else:
      % off = next((kind for kind in ('closed', 'time_off') if kind in row['kinds']), '' if 'hours' in row['kinds'] else 'off')
      <td class="{{'is-today' if each == today else ''}} {{'is-off' if off and not row['free'] else ''}}"><a href="/staff?view=board&amp;staff_id={{person['staff_id']}}&amp;day={{each}}"><span class="board-date">{{each.day}}<span class="visually-hidden"> {{written.month(each)}}</span></span>
        % if row['visits']:
        <b>{{row['visits']}}</b> <span class="board-word">{{'visit' if row['visits'] == 1 else 'visits'}}</span>
        % end
        % if row['free']:
        <small class="board-gap">{{written.length(row['free'])}} free</small>
        % end
        % if off:
        <small>{{'away' if off == 'time_off' else off}}{{': ' + row['kinds'][off] if row['kinds'].get(off) else ''}}</small>
        % end
      </a></td>
      % end
      % end
    </tr>
    % end
  </tbody>
</table>
