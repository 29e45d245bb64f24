% rebase('base.tpl', title='%s: free days in %s' % (person['full_name'], written.month(first)))
% from datetime import timedelta
% include('patient/booking/head.tpl')
% other = address + '&view=month&week='
<div class="row g-4 g-lg-5">
<div class="col-lg-6">
% include('parts/turn.tpl', of='month', shown=written.month(first), before=f'{other}{(first - timedelta(days=1)).replace(day=1)}' if first > today else None, after=f'{other}{end}' if end <= last_day else None)
<table class="month">
  <caption class="visually-hidden">Days of {{written.month(first)}}. Days with free times are links.</caption>
  <thead><tr>
    % for short, long in (('Mo', 'Monday'), ('Tu', 'Tuesday'), ('We', 'Wednesday'), ('Th', 'Thursday'), ('Fr', 'Friday'), ('Sa', 'Saturday'), ('Su', 'Sunday')):
    <th scope="col"><abbr title="{{long}}">{{short}}</abbr></th>
    % end
  </tr></thead>
  <tbody>
    % for week in weeks:
    <tr>
      % for date in week:
      % row = known.get(date) if first <= date < end else None
      % if row and row['is_open']:
      <td><a class="slot" href="{{address}}&amp;view=month&amp;day={{date}}#day" aria-label="{{written.day(date)}}: free times" aria-current="{{'date' if date == shown else 'false'}}">{{date.day}}</a></td>
      % elif row and row['closed'] is not None:
      <td class="text-body-secondary">{{date.day}}<small class="d-block">closed</small></td>
      % else:
      <td class="text-body-secondary">{{date.day if first <= date < end else ''}}</td>
      % end
      % end
    </tr>
    % end
  </tbody>
</table>
% include('patient/booking/closures.tpl', days=known.values())
</div>
% if shown:
<section class="col-lg-6" aria-labelledby="day">
  <h3 class="h5 mt-3" id="day">{{written.day(shown)}}</h3>
  % include('patient/booking/parts_of_day.tpl')
</section>
% end
</div>
% if next_day or not any(row['is_open'] for row in known.values()):
<p>No day is free in {{written.month(first)}}.</p>
% include('patient/booking/next_day.tpl')
% end
