% rebase('base.tpl', title='Change your e-mail address')
<div class="column">
  <p class="back mb-2"><a href="/profile">Profile</a></p>
  <h1>Change your <span class="text-nowrap">e-mail</span> address</h1>
  % if mail_is_on:
  <p>You sign in as <strong class="text-break">{{visitor.email}}</strong>. We e-mail a link to the new address. It works for {{'a week' if days == 7 else '%d days' % days}}. Your account keeps its old address until you open the link and confirm.</p>
  % else:
  <p>You sign in as <strong class="text-break">{{visitor.email}}</strong>. The change takes effect at once, and all your other devices are signed out. Please ask at the front desk to have the new address confirmed.</p>
  % end
  <form class="card card-body" method="post" action="/profile/email" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('parts/field.tpl', name='email', label='New e-mail address', type='email', autocomplete='email', longest=254)
    % include('parts/field.tpl', name='current_password', label='Current password', type='password', autocomplete='current-password')
    <button class="btn btn-primary">Change address</button>
  </form>
</div>
