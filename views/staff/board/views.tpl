% # The views of one day: the board, a week, a month, the list. Takes: shown, day, staff_id.
% whose = '&staff_id=%d' % staff_id if staff_id else ''
<nav class="pills" aria-label="View">
  % for name, link in (('Day', '/staff?view=board&day=%s' % day), ('Week', '/staff/week?day=%s%s' % (day, whose)), ('Month', '/staff/month?day=%s%s' % (day, whose)), ('List', '/staff?view=list&day=%s%s' % (day, whose))):
  <a href="{{link}}" aria-current="{{'true' if name == shown else 'false'}}">{{name}}</a>
  % end
</nav>
