% rebase('base.tpl', title='Code from an app')
<div class="column">
  % if not visitor.lacks_second_factor:
  <p class="back mb-2"><a href="/profile">Profile</a></p>
  % end
  <h1>Code from an app</h1>
  % if since:
  <p>You sign in with your password and a code from an app. In use since {{written.date(since)}}.</p>
  <p>{{left}} of {{all_codes}} recovery codes are left.
    % if left < 4:
    <strong>Please make new ones.</strong>
    % end
  </p>
  <ul class="list-unstyled divided card card-body mb-0">
    <li class="position-relative"><a class="stretched-link" href="/profile/second-factor/recovery-codes">Make new recovery codes</a>: the old ones stop working</li>
    <li class="position-relative"><a class="stretched-link" href="/profile/second-factor/off">Switch the code off</a>: also for a new phone, on which you then set it up again</li>
  </ul>
  % else:
  % if visitor.lacks_second_factor:
  <p class="alert alert-warning">The clinic asks you to sign in with a code from an app. Please set it up now. No other page opens before that.</p>
  % end
  <p>Besides your password you then type a code that an app on your phone shows. The code changes every 30 seconds. Somebody who finds out your password still cannot sign in.</p>
  <p>You need a phone with an app for such codes, for example Aegis, FreeOTP, Google Authenticator or Microsoft Authenticator.</p>
  <form class="card card-body" method="post" action="/profile/second-factor" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="username" value="{{visitor.email}}" autocomplete="username">
    % include('parts/field.tpl', name='current_password', label='Current password', type='password', autocomplete='current-password')
    <button class="btn btn-primary">Set up the code</button>
  </form>
  % end
</div>
