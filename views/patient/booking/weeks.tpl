% # Links to the week before and after. Takes: days, today, last_day, address, asked.
% from datetime import timedelta
% first, week = days[0]['day'], timedelta(days=7)
% other = f'{address}&view={asked["view"]}&week='
% include('parts/turn.tpl', of='week', shown=f'{written.short_day(first)} to {written.short_day(days[-1]["day"])}', before=f'{other}{first - week}' if first > today else None, after=f'{other}{first + week}' if first + week <= last_day else None)
