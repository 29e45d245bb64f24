% rebase('base.tpl', title='Book a visit with ' + person['full_name'])
<p class="back mb-2"><a href="/book?page=1{{for_whom}}">All staff</a></p>
<h1>{{person['full_name']}}</h1>
% include('patient/booking/for_staff.tpl')
% include('patient/booking/must_call.tpl')
% include('patient/booking/before.tpl')
<div class="row g-4 g-lg-5">
<div class="col-lg-5">
  % include('patient/booking/about.tpl')
</div>
<div class="col-lg-7">
  % if asked['service_id']:
  <p class="alert alert-warning">{{person['full_name']}} does not offer that kind of visit. Please choose one of these:</p>
  % end
  <h2 class="h4">What is the visit for?</h2>
  <ul class="list-unstyled choices">
    % for service in person['services']:
    <li class="card card-body">
      <a class="stretched-link fw-semibold" href="/book/{{person['staff_id']}}?service_id={{service['service_id']}}{{for_whom}}{{'&day=%s' % asked['day'] if asked['day'] else ''}}">{{service['service_name']}}</a>
      <span class="text-body-secondary">{{written.length(service['minutes'])}}</span>
    </li>
    % end
  </ul>
</div>
</div>
