% # What to do where there are no times. Takes: next_day, address, person, service.
% if next_day:
<p><a class="btn btn-primary btn-lg" href="{{address}}&amp;day={{next_day}}">Next free day: {{written.day(next_day)}}</a></p>
% else:
<p>There is no free time with {{person['full_name']}} until {{written.day(last_day)}}, the last day that can be booked.</p>
<p class="d-flex flex-wrap gap-3 align-items-center">
  <a class="btn btn-primary" href="/book?service_id={{service['service_id']}}{{for_whom}}&amp;page=1">See who else is free</a>
  % if clinic.phone:
  <span>or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a></span>
  % end
</p>
% end
