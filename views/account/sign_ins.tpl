% rebase('base.tpl', title='Where you are signed in')
<p class="back mb-2"><a href="/profile">Profile</a></p>
<h1>Where you are signed in</h1>
<p>If you do not recognise a device, sign it out and <a href="/profile#new-password">change your password</a>.</p>
% if len(sessions) > 1:
<form class="mb-3" method="post" action="/profile/sign-ins/end-others">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn btn-primary">Sign out everywhere else</button>
</form>
% end
<ul class="visits list-unstyled">
  % for session in sessions:
  <li class="card card-body">
    <h2 class="h6 mb-1">{{session['name']}}</h2>
    <p class="mb-0">Last used {{written.moment(session['seen'])}}, since {{written.moment(session['since'])}}
      % if session['address']:
      <span class="text-body-secondary">from {{session['address']}}</span>
      % end
    </p>
    % if session['session_id'] == visitor.session_id:
    <p class="mb-0 fw-semibold">This device</p>
    % else:
    <form class="mt-2" method="post" action="/profile/sign-ins/{{session['session_id']}}/end">
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <button class="btn btn-sm btn-outline-primary" aria-label="Sign out {{session['name']}}, last used {{written.moment(session['seen'])}}">Sign out</button>
    </form>
    % end
  </li>
  % end
</ul>
