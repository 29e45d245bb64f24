% # One person who can be booked, with the next times. Takes: person (with next), service (chosen, or None), for_whom, today,
% # days_ahead (how far one may book).
% at, first = '/book/%d' % person['staff_id'], person['next']
% asked = ('service_id=%d' % service['service_id'] if service else '') + for_whom
% times = at + ('?' + asked.lstrip('&') if asked else '')
<div class="who mb-2">
  % include('parts/initials.tpl', full_name=person['full_name'], key=person['staff_id'])
  <div>
    <h3 class="h5 mb-0"><a href="{{times}}">{{person['full_name']}}</a></h3>
    % if person['specialization']:
    <p class="text-body-secondary mb-0">{{person['specialization']}}</p>
    % end
  </div>
</div>
% if person['about']:
<p class="person-about keep-lines">{{person['about']}}</p>
% end
% if not first:
<p class="mt-auto mb-0">No free time in the next {{days_ahead}} days.
  % if clinic.phone:
  Please call: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>
  % end
</p>
% elif not service:
<p class="mt-auto mb-0"><a class="btn btn-outline-primary w-100 px-2" href="{{at}}?day={{first['starts_at'].date()}}{{for_whom}}" aria-label="Next free: {{written.near(first['starts_at'], today)}} with {{person['full_name']}}">Next free: <span class="text-nowrap">{{written.near(first['starts_at'], today)}}</span></a></p>
% else:
<div class="mt-auto">
  <p class="mb-2">Next free: <strong>{{written.near_day(first['starts_at'].date(), today)}}</strong></p>
  <p class="next-times mb-0">
    % for time in first['times']:
    <a class="slot" href="{{at}}/confirm?{{asked}}&amp;starts_at={{time.strftime('%Y-%m-%dT%H:%M')}}" aria-label="{{written.time(time)}}, {{written.near_day(first['starts_at'].date(), today)}}, with {{person['full_name']}}">{{written.time(time)}}</a>
    % end
    <a class="btn btn-outline-secondary" href="{{times}}&amp;day={{first['starts_at'].date()}}">More<span class="visually-hidden"> times with {{person['full_name']}}</span></a>
  </p>
</div>
% end
