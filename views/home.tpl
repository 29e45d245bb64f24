% rebase('base.tpl', title='Welcome')
% if is_demo:
<p class="alert alert-info">This is the demo clinic. Everybody in it is invented, and its passwords are public. To start a clinic of your own, set <strong class="text-nowrap">CLINIC_DEMO=0</strong> (see the README).</p>
% end
% include('parts/news.tpl')
% if visitor.is_clinic:
<h1>{{clinic.name}}</h1>
<p><a class="btn btn-primary btn-lg" href="{{menu[0][1] if menu else '/profile'}}">{{menu[0][0] if menu else 'My profile'}}</a></p>
% else:
% include('parts/home_patient.tpl' if visitor.is_patient else 'parts/home_stranger.tpl')
<div class="row g-4 g-lg-5 mt-1">
  % if services:
  <section class="col-lg-8" aria-labelledby="services">
    <h2 class="h4" id="services">What you can book</h2>
    <ul class="offers list-unstyled mb-0">
      % for service in services:
      <li class="card card-body">
        <a class="stretched-link fw-semibold" href="/book?service_id={{service['service_id']}}">{{service['name']}}</a>
        <span class="text-body-secondary">{{written.length(service['minutes'])}}</span>
        <span>
          % if service['starts_at']:
          <span class="text-nowrap">Next free: <strong>{{written.near(service['starts_at'], today)}}</strong></span>
          % else:
          No free time within two weeks
          % end
        </span>
      </li>
      % end
    </ul>
  </section>
  % end
  <div class="{{'col-lg-4' if services else 'col-lg-8'}}">
    % include('parts/about_clinic.tpl')
  </div>
</div>
% end
