% rebase('base.tpl', title='Forgot your password?')
<div class="column">
  <h1>Forgot your password?</h1>
  % if not mail_is_on:
  <div class="alert alert-warning">This clinic sends no e-mail at present, so you would not get a link.
    % if clinic.phone:
    Please call us instead: <a class="alert-link text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
    % else:
    Please ask at the front desk.
    % end
  </div>
  % else:
  <p>Enter the e-mail address of your account. We will send you a link to set a new password.</p>
  % end
  <form class="card card-body" method="post" action="/forgot-password" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('parts/field.tpl', name='email', label='E-mail address', type='email', autocomplete='username', longest=254)
    <button class="btn btn-primary">Send me a link</button>
  </form>
  <p class="mt-3 mb-0"><a class="d-inline-block py-2" href="/login">Back to signing in</a></p>
</div>
