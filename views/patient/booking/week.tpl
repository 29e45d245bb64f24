% rebase('base.tpl', title='%s: free times from %s' % (person['full_name'], written.day(days[0]['day'])))
% include('patient/booking/head.tpl')
% include('patient/booking/weeks.tpl')
% if not any(row['is_open'] for row in days):
<p>No time is free on these seven days.</p>
% include('patient/booking/next_day.tpl')
% include('patient/booking/closures.tpl')
% else:
<div class="week-columns">
  % for row in days:
  <section aria-labelledby="day-{{row['day']}}">
    <h3 class="h6" id="day-{{row['day']}}">{{written.short_day(row['day'])}}</h3>
    % if row['slots']:
    <ul class="slots list-unstyled mb-0">
      % for slot in row['slots']:
      <li><a class="slot" href="{{confirm}}{{slot['at']}}" aria-label="{{slot['spoken']}}">{{slot['time']}}</a></li>
      % end
    </ul>
    % else:
    <p class="small text-body-secondary mb-0">{{('Closed: ' + row['closed'] if row['closed'] else 'Closed') if row['closed'] is not None else 'Not yet' if row['is_too_far'] else 'None free'}}</p>
    % end
  </section>
  % end
</div>
% end
