% rebase('base.tpl', title='%s: free times on %s' % (person['full_name'], written.day(day)))
% include('patient/booking/head.tpl')
% include('patient/booking/weeks.tpl')
% include('parts/week_strip.tpl', day_address=address + '&day=')
% include('patient/booking/closures.tpl')
<section aria-labelledby="day">
  <h3 class="h5" id="day">{{written.day(day)}}</h3>
  % if parts:
  % include('patient/booking/parts_of_day.tpl')
  % else:
  <p>{{'The clinic is closed on this day%s.' % (': ' + closed if closed else '') if closed is not None else 'No time is free on this day.'}}</p>
  % include('patient/booking/next_day.tpl')
  % end
</section>
