% rebase('base.tpl', title='Welcome')
% if is_demo:
<p class="alert alert-info">This is the demo clinic. Everybody in it is invented, and its passwords are public. To start a clinic of your own, set <strong class="text-nowrap">CLINIC_DEMO=0</strong> (see the README).</p>
% end
% include('parts/news.tpl')
<div class="row g-4 g-lg-5 align-items-center">
  <div class="col-lg-7">
    <h1 class="display-5">See the right person, at a time that suits you</h1>
    <p class="lead">Choose who you want to see and pick a free time. It takes about a minute.</p>
    % if visitor.is_clinic:
    <p><a class="btn btn-primary btn-lg" href="{{menu[0][1] if menu else '/profile'}}">{{menu[0][0] if menu else 'My profile'}}</a></p>
    % else:
    <p class="d-flex flex-wrap gap-3 mb-4">
      <a class="btn btn-primary btn-lg" href="/book">Book an appointment</a>
      % if visitor.is_signed_in:
      <a class="btn btn-outline-primary btn-lg" href="/appointments">My appointments</a>
      % else:
      <a class="btn btn-outline-primary btn-lg" href="/login">Sign in</a>
      % end
    </p>
    % end
    % if clinic.phone:
    <p>{{'Rather book by phone?' if not visitor.is_signed_in else 'Rather talk to somebody?'}} Call <a class="fw-semibold text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.</p>
    % end
  </div>
  <div class="col-lg-5">
    % if get('next_visit'):
    % include('parts/next_visit.tpl')
    % else:
    <section class="card card-body" aria-labelledby="how">
      <h2 class="h5" id="how">How it works</h2>
      <ol class="steps mb-0">
        % if not visitor.is_signed_in:
        <li><strong>Register once.</strong> Your name, an <span class="text-nowrap">e-mail</span> address and a password are enough. <a href="/register">Register</a></li>
        % end
        <li><strong>Choose a person and a time.</strong> You only see times that are free.</li>
        <li><strong>Come, or change your mind.</strong> You can move or cancel a visit online.</li>
      </ol>
    </section>
    % end
  </div>
</div>
