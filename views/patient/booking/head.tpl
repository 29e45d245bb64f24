% # The top of a person's free times: who, for what, in which view. Takes: person, service, asked, address, for_whom, day.
<p class="back mb-2"><a href="/book?page=1{{for_whom}}">All staff</a></p>
<h1 class="mb-1">{{person['full_name']}}</h1>
% if person['specialization']:
<p class="text-body-secondary">{{person['specialization']}}</p>
% end
% include('patient/booking/for_staff.tpl')
% include('patient/booking/must_call.tpl')
% include('patient/booking/before.tpl')
<details class="mb-3"><summary>About {{person['full_name']}}</summary>
  % if person['about']:
  <p class="keep-lines mt-2 mb-0">{{person['about']}}</p>
  % end
  <p class="mt-2 mb-0"><a class="d-inline-block py-1" href="/staff/{{person['staff_id']}}">Usual hours and contact</a></p>
</details>
% if len(person['services']) > 1:
<nav class="pills mb-3" aria-label="What the visit is for">
  % for other in person['services']:
  <a href="/book/{{person['staff_id']}}?service_id={{other['service_id']}}{{for_whom}}&amp;view={{asked['view']}}&amp;week={{day}}" aria-current="{{'true' if other['service_id'] == service['service_id'] else 'false'}}">{{other['service_name']}} <small>{{written.length(other['minutes'])}}</small></a>
  % end
</nav>
% else:
<p>{{service['service_name']}}, {{written.length(service['minutes'])}}</p>
% end
<div class="bar">
  <h2 class="h4 mb-0">Choose a time</h2>
  <nav class="pills" aria-label="How to show the times">
    % for view, label in (('day', 'Day'), ('week', 'Week'), ('month', 'Month')):
    <a href="{{address}}&amp;view={{view}}&amp;week={{day}}" aria-current="{{'true' if view == asked['view'] else 'false'}}">{{label}}</a>
    % end
  </nav>
</div>
% if asked['is_too_far']:
<p class="alert alert-info mt-3">Visits can be booked until {{written.day(last_day)}}.</p>
% end
