% # The page behind a link about an e-mail address. Takes: link (of accounts.addresses.find).
% leads_to, is_own = link['leads_to'], link['purpose'] == 'prove'
% titles = {'prove': 'Confirm your e-mail address', 'join': 'You already have an account', 'change': 'Confirm your new e-mail address', 'take_back': 'Take your old e-mail address back', 'taken': 'Another account uses this address'}
% rebase('base.tpl', title=titles[leads_to])
<div class="column">
  % before, mail, after = titles[leads_to].partition('e-mail')
  <h1>{{before}}<span class="text-nowrap">{{mail}}</span>{{after}}</h1>
  <dl class="facts card card-body">
    <dt>Name</dt><dd>{{link['full_name']}}</dd>
    <dt>E-mail address</dt><dd class="text-break" id="email">{{link['email']}}</dd>
  </dl>
  % if leads_to == 'prove':
  <p>This name was registered with your address. If it was you, confirm that the address is yours. We then send you e-mail about your visits. If it was not you, do not confirm: whoever registered knows the password.</p>
  % elif leads_to == 'join':
  <p>This name was registered with your address. You already have an account with it. If it was you, we move what was booked just now into your own account, and delete the second one. Then sign in as before. If you do not know your password, <a href="/forgot-password">set a new one</a>.</p>
  % elif leads_to == 'change':
  <p>The account with this name is to get this address. If it is yours, confirm it. You then sign in with it, and we write to it. All your other devices are signed out.</p>
  % elif leads_to == 'take_back':
  <p>The account with this name had this address, and now has another one. If it was not you, take the address back. All devices are signed out, the password stops working, and you set a new one.</p>
  % elif is_own:
  <p>This name was registered with your address. Another account uses the address already, so this one cannot have it. If it was you, please {{'call us:' if clinic.phone else 'ask at the front desk.'}}
    % if clinic.phone:
    <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
    % end
  </p>
  % else:
  <p>The account with this name cannot have this address, because another account uses it. Sign in with this address to see that account. If you do not know its password, <a href="/forgot-password">set a new one</a>.</p>
  % end
  <form class="d-grid d-sm-flex flex-wrap gap-2" method="post" action="{{path}}" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % if leads_to != 'taken':
    <button class="btn btn-primary">{{{'prove': 'Confirm this address', 'join': 'Move it into my account', 'change': 'Confirm this address', 'take_back': 'Take it back'}[leads_to]}}</button>
    % end
    % if is_own:
    <button class="btn btn-outline-secondary" name="not_me" value="yes">I did not register</button>
    % elif link['purpose'] == 'change':
    <button class="btn btn-outline-secondary" name="not_me" value="yes">It was not me</button>
    % else:
    <a class="btn btn-outline-secondary" href="/">Keep the new address</a>
    % end
  </form>
  % if is_own:
  <p class="mt-3">If you did not register, we delete {{'the second account' if leads_to == 'join' else 'this account'}} and cancel what was booked with it. {{'Your own account stays as it is. ' if leads_to == 'join' else ''}}You do not get any more e-mail about it.</p>
  % end
</div>
