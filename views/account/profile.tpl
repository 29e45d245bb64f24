% rebase('base.tpl', title='Profile')
<h1>Profile</h1>
<p>You sign in as <strong class="text-break">{{visitor.email}}</strong>{{'' if visitor.email_is_proven else ' (not confirmed yet)'}}.</p>
<div class="row g-4">
  <div class="col-lg-6">
  <form class="card card-body" method="post" action="/profile" novalidate aria-labelledby="details">
    <h2 class="h5" id="details">Your details</h2>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('parts/field.tpl', name='full_name', label='Full name', autocomplete='name', longest=120)
    % include('parts/field.tpl', name='phone', label='Phone', type='tel', autocomplete='tel', longest=30, optional=True)
    % if visitor.is_patient:
    % include('parts/birth_date.tpl', is_own=True, optional=True)
    % end
    <button class="btn btn-primary">Save</button>
  </form>
  </div>
  <div class="col-lg-6">
  <form class="card card-body" method="post" action="/profile/password" novalidate aria-labelledby="new-password">
    <h2 class="h5" id="new-password">Change your password</h2>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="username" value="{{visitor.email}}" autocomplete="username">
    % include('parts/field.tpl', name='current_password', label='Current password', type='password', autocomplete='current-password')
    % include('parts/field.tpl', name='password', label='New password', type='password', autocomplete='new-password', hint='At least 12 characters. All your other devices are signed out.')
    <button class="btn btn-primary">Change password</button>
  </form>
  </div>
</div>
<section class="card card-body mt-4" aria-labelledby="more">
  <h2 class="h5" id="more">More</h2>
  <ul class="list-unstyled divided mb-0">
    % if visitor.is_patient:
    <li class="position-relative"><a class="stretched-link" href="/profile/relatives">People I book for</a>: add a child or relative</li>
    <li class="position-relative"><a class="stretched-link" href="/profile/records">Records in your name</a>: from before you had an account</li>
    % end
    % if visitor.staff_id:
    <li class="position-relative"><a class="stretched-link" href="/staff/profile">Your page for patients</a>: what they read about you</li>
    % end
    <li class="position-relative"><a class="stretched-link" href="/profile/email">Change your e-mail address</a></li>
    <li class="position-relative"><a class="stretched-link" href="/profile/second-factor">Code from an app</a>: sign in with a code besides your password</li>
    <li class="position-relative"><a class="stretched-link" href="/profile/sign-ins">Where you are signed in</a>: see your devices and sign them out</li>
    <li class="position-relative"><a class="stretched-link" href="/profile/data" download="my-data.json">Download your data</a>: everything we keep about you, as a JSON file</li>
    % if visitor.is_patient:
    <li class="position-relative"><a class="stretched-link" href="/profile/close">Close your account</a></li>
    % end
  </ul>
</section>
