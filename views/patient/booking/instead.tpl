% # Times instead of one that is gone: each button books its time, with what was typed already.
% if instead['day']:
% on = written.day(instead['date'])
% has_more = len(instead['day']) > len(instead['nearest'])
<h2 class="h5">{{'Nearest' if has_more else 'All'}} free times on {{on}}</h2>
<p>When you choose a time, it is booked at once. We have kept what you typed.</p>
<p class="slots">
  % for slot in instead['nearest']:
  <button class="btn btn-primary" name="starts_at" value="{{slot['at']}}" aria-label="{{slot['spoken']}} (nearest)">{{slot['time']}}</button>
  % end
</p>
% if has_more:
<h2 class="h5">All free times on {{on}}</h2>
<p class="slots">
  % for slot in instead['day']:
  <button class="slot" name="starts_at" value="{{slot['at']}}" aria-label="{{slot['spoken']}}">{{slot['time']}}</button>
  % end
</p>
% end
<p class="mb-0"><a class="btn btn-outline-secondary w-100" href="{{back}}">Other days</a></p>
% else:
<p class="mb-0">No other time is free with {{person['full_name']}}. <a href="/book?service_id={{service['service_id']}}{{for_whom}}&amp;page=1">See who else is free</a>
  % if clinic.phone:
  or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>
  % end
</p>
% end
