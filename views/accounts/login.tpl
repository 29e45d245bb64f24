% rebase('base.tpl', title='Sign in')
<div class="narrow">
  <h1>Sign in</h1>
  <form class="card card-body" method="post" action="/login" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="next" value="{{form.get('next', '')}}">
    % include('parts/field.tpl', name='email', label='E-mail address', type='email', autocomplete='username', longest=254)
    % include('parts/field.tpl', name='password', label='Password', type='password', autocomplete='current-password')
    <button class="btn btn-primary">Sign in</button>
  </form>
  <p class="mt-4 mb-0">New here? <a href="{{register_link}}">Register</a>. It takes a minute.</p>
  % if forgot_link:
  <p class="mb-0"><a href="{{forgot_link}}">I forgot my password</a></p>
  % elif clinic['phone']:
  <p class="mb-0">Forgot your password? Call us: <a class="text-nowrap" href="{{clinic['phone_link']}}">{{clinic['phone']}}</a>.</p>
  % end
</div>
