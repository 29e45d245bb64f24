% rebase('base.tpl', title='%s: free times on %s' % (person['full_name'], written.day(day)))
% include('patient/booking/head.tpl')
% include('patient/booking/weeks.tpl')
% include('parts/week_strip.tpl', day_address=address + '&day=')
% include('patient/booking/closures.tpl')
<section aria-labelledby="day">
  <h3 class="h5" id="day">{{written.day(day)}}</h3>
  % if parts:
  % for part, slots in parts:
  <h4 class="h6 text-body-secondary mt-3">{{part}}</h4>
  <ul class="slots list-unstyled">
    % for slot in slots:
    <li><a class="slot" href="{{confirm}}{{slot['at']}}" aria-label="{{slot['spoken']}}">{{slot['time']}}</a></li>
    % end
  </ul>
  % end
  % else:
  <p>{{'The clinic is closed on this day%s.' % (': ' + closed if closed else '') if closed is not None else 'No time is free on this day.'}}</p>
  % include('patient/booking/next_day.tpl')
  % end
</section>
