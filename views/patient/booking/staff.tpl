% rebase('base.tpl', title='Book an appointment')
<h1>Book an appointment</h1>
% include('patient/booking/for_staff.tpl')
% if not visitor.is_clinic:
% include('parts/news.tpl')
% end
% include('patient/booking/must_call.tpl')
% include('patient/booking/before.tpl')
% include('patient/booking/kinds.tpl')
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
% if service and soonest and soonest['next'] and paging.page == 1:
% first = soonest['next']
<p class="soonest">
  <span class="fw-semibold">Earliest appointment:</span>
  <a class="btn btn-primary btn-lg" href="/book/{{soonest['staff_id']}}/confirm?service_id={{first['service_id']}}{{for_whom}}&amp;starts_at={{first['starts_at'].strftime('%Y-%m-%dT%H:%M')}}">{{written.near(first['starts_at'], today)}} with {{soonest['full_name']}}</a>
</p>
% end
% if people:
<div class="bar mb-3">
  <h2 class="h4 mb-0">Who would you like to see?</h2>
  % if not service and len(specializations) > 1:
  <nav class="pills d-none d-md-flex" aria-label="Specialization">
    % for name in ('', *specializations):
    <a href="/book?specialization={{name}}{{for_whom}}&amp;page=1" aria-current="{{'true' if name == (wanted['specialization'] or '') else 'false'}}">{{name or 'All'}}</a>
    % end
  </nav>
  % end
</div>
% end
<ul class="people list-unstyled">
  % for person in people:
  <li class="card card-body">
    % include('patient/booking/person.tpl')
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
