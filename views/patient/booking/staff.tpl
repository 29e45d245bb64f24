% rebase('base.tpl', title='Book an appointment')
<h1>Book an appointment</h1>
% include('patient/booking/for_staff.tpl')
% if not visitor.is_clinic:
% include('parts/news.tpl')
% end
% include('patient/booking/must_call.tpl')
% include('patient/booking/before.tpl')
% if len(services) > 1 or len(specializations) > 1:
<form class="card card-body filters mb-4" method="get" action="/book" aria-label="Find a member of staff">
  % if wanted['patient_id']:
  <input type="hidden" name="patient_id" value="{{wanted['patient_id']}}">
  % end
  % if len(services) > 1:
  <div>
    <label class="form-label" for="service_id">What is the visit for?</label>
    <select class="form-select" id="service_id" name="service_id">
      <option value="">Any visit</option>
      % for service in services:
      <option value="{{service['service_id']}}" {{'selected' if service['service_id'] == wanted['service_id'] else ''}}>{{service['name']}}, {{written.length(service['minutes'])}}</option>
      % end
    </select>
  </div>
  % end
  % if len(specializations) > 1:
  <div>
    <label class="form-label" for="specialization">Specialization</label>
    <select class="form-select" id="specialization" name="specialization">
      <option value="">Any specialization</option>
      % for name in specializations:
      <option {{'selected' if name == wanted['specialization'] else ''}}>{{name}}</option>
      % end
    </select>
  </div>
  % end
  <button class="btn btn-primary">Show</button>
</form>
% end
% if not people:
<div class="card card-body narrow">
  <p class="lead">{{'No member of staff matches this.' if wanted['service_id'] or wanted['specialization'] else 'No visits can be booked online at present.'}}</p>
  <p class="mb-0">
    % if wanted['service_id'] or wanted['specialization']:
    <a class="btn btn-primary mb-2" href="/book?page=1{{for_whom}}">Show all staff</a><br>
    % end
    % if clinic.phone:
    Or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>
    % end
  </p>
</div>
% end
% if wanted['service_id'] and soonest and soonest['next'] and paging.page == 1:
% first = soonest['next']
<p class="soonest">
  <span class="fw-semibold">Earliest appointment:</span>
  <a class="btn btn-primary btn-lg" href="/book/{{soonest['staff_id']}}/confirm?service_id={{first['service_id']}}{{for_whom}}&amp;starts_at={{first['starts_at'].strftime('%Y-%m-%dT%H:%M')}}">{{written.soon(first['starts_at'])}} with {{soonest['full_name']}}</a>
</p>
% end
<ul class="people list-unstyled">
  % asked = (('&service_id=%d' % wanted['service_id'] if wanted['service_id'] else '') + for_whom)[1:]
  % for person in people:
  % chosen = person['next'] and person['next']['service_id'] or wanted['service_id']
  <li class="card card-body">
    <h2 class="h5 mb-1"><a href="/book/{{person['staff_id']}}{{'?' + asked if asked else ''}}">{{person['full_name']}}</a></h2>
    <p class="text-body-secondary mb-2">{{person['specialization']}}</p>
    % if person['about']:
    <p class="mb-3 keep-lines">{{person['about']}}</p>
    % end
    <p class="mt-auto mb-0">
      % if person['next']:
      <a class="btn btn-outline-primary w-100 px-2" href="/book/{{person['staff_id']}}?{{'service_id=%d&' % chosen if wanted['service_id'] else ''}}day={{person['next']['starts_at'].date()}}{{for_whom}}" aria-label="Next free: {{written.soon(person['next']['starts_at'])}} with {{person['full_name']}}">Next free: <span class="text-nowrap">{{written.soon(person['next']['starts_at'])}}</span></a>
      % else:
      No free time in the next {{days_ahead}} days.
      % if clinic.phone:
      Please call: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>
      % end
      % end
    </p>
  </li>
  % end
</ul>
% if paging.pages > 1:
<nav class="d-flex gap-3" aria-label="More staff">
  % if paging.page > 1:
  <a class="btn btn-outline-primary" href="{{paging.link(paging.page - 1)}}">Previous page</a>
  % end
  % if paging.page < paging.pages:
  <a class="btn btn-outline-primary" href="{{paging.link(paging.page + 1)}}">Next page</a>
  % end
</nav>
% end
