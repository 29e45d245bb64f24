% rebase('base.tpl', title='Remove the code of ' + user['full_name'])
% at = '/admin/users/' + str(user['user_id'])
<p class="back mb-2"><a href="{{at}}">{{user['full_name']}}</a></p>
<div class="narrow">
<h1>Remove the code of {{user['full_name']}}?</h1>
% if is_self:
<p>This is your own account. You can <a href="/profile/second-factor">switch the code off</a> yourself.</p>
% elif not since:
<p>{{user['full_name']}} does not use a code from an app.</p>
% else:
<p>{{user['full_name']}} has signed in with a code from an app since {{written.date(since)}}. Remove it if they lost both the phone and the recovery codes.</p>
<p><strong>First make sure who asks.</strong> See the person, or call them at a number that you know. Somebody who knows the password could ask in their name.</p>
<h2 class="h5">What happens</h2>
<ul>
  <li>{{user['full_name']}} signs in with the password alone. The password stays the same.</li>
  <li>Their recovery codes stop working, and all their devices are signed out.</li>
  <li>We e-mail them about it. The audit keeps that you did it.</li>
  % if clinic.requires_second_factor(user['role']):
  <li>The clinic asks them to use a code, so they set up a new one at the next sign-in.</li>
  % end
</ul>
<form class="d-flex flex-wrap gap-3 align-items-center" method="post" action="{{at}}/second-factor/remove">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn btn-danger">Remove the code</button>
  <a href="{{at}}">Keep it</a>
</form>
% end
</div>
