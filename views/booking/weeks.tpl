% # Links to the week before and after. Takes: days, today, last_day, address, asked.
% from datetime import timedelta
% first, week = days[0]['day'], timedelta(days=7)
<nav class="bar my-3" aria-label="Other weeks">
  % if first > today:
  <a href="{{address}}&amp;view={{asked['view']}}&amp;week={{first - week}}">Previous week</a>
  % else:
  <span></span>
  % end
  <span class="fw-semibold">{{written.short_day(first)}} to {{written.short_day(days[-1]['day'])}}</span>
  % if first + week <= last_day:
  <a href="{{address}}&amp;view={{asked['view']}}&amp;week={{first + week}}">Next week</a>
  % else:
  <span></span>
  % end
</nav>
