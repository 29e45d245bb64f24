% # The heading of both views of use, and the ways to other days. Takes: day, today, days, step, title, heading, is_week.
% def at(other, week=is_week):
%   return f'/admin/rooms/usage?day={other}' + ('&view=week' if week else '')
% end
<p class="mb-2 d-print-none"><a href="/admin/rooms">Rooms</a></p>
<h1>{{heading}}</h1>
<div class="bar mb-3 d-print-none">
  <nav class="d-flex flex-wrap gap-2" aria-label="{{'Weeks' if is_week else 'Days'}}">
    <a class="btn btn-sm btn-outline-secondary" rel="prev" href="{{at(day - step)}}">Previous {{'week' if is_week else 'day'}}</a>
    % if today not in days:
    <a class="btn btn-sm btn-outline-secondary" href="{{at(today)}}">{{'This week' if is_week else 'Today'}}</a>
    % end
    <a class="btn btn-sm btn-outline-secondary" rel="next" href="{{at(day + step)}}">Next {{'week' if is_week else 'day'}}</a>
  </nav>
  <nav class="pills" aria-label="View">
    % if is_week:
    <a href="{{at(today if today in days else day, False)}}">Day</a>
    <a href="{{at(day)}}" aria-current="true">Week</a>
    % else:
    <a href="{{at(day)}}" aria-current="true">Day</a>
    <a href="{{at(day, True)}}">Week</a>
    % end
  </nav>
</div>
<form class="filters filters-compact mb-4 d-print-none" method="get" action="/admin/rooms/usage">
  % if is_week:
  <input type="hidden" name="view" value="week">
  % end
  <div>
    <label class="form-label" for="day">{{'A day of the week' if is_week else 'Day'}}</label>
    <input class="form-control" type="date" id="day" name="day" value="{{day}}" min="2020-01-08" max="2099-12-20">
  </div>
  <button class="btn btn-outline-primary">Show</button>
</form>
