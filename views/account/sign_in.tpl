% rebase('base.tpl', title='Sign in')
<div class="column">
  <h1>Sign in</h1>
  % if form.get('kept_path'):
  <p class="alert alert-warning">You were signed out, so nothing has been done yet. We have kept what you typed. Sign in again, then send it.</p>
  % elif form.get('next', '').startswith('/book/'):
  <p>To book the time you chose, sign in or register. Other people can book it until you confirm it.</p>
  % end
  <form class="card card-body" method="post" action="/login" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="next" value="{{form.get('next', '')}}">
    % for kept_name, kept_value in form.items():
    % if kept_name.startswith('kept_'):
    <input type="hidden" name="{{kept_name}}" value="{{kept_value}}">
    % end
    % end
    % include('parts/field.tpl', name='email', label='E-mail address', type='email', autocomplete='username', longest=254)
    % include('parts/field.tpl', name='password', label='Password', type='password', autocomplete='current-password')
    <button class="btn btn-primary">Sign in</button>
  </form>
  % if not form.get('kept_path'):
  <p class="mt-4">New here? <a class="btn btn-outline-primary ms-2" href="{{register_link}}">Register</a></p>
  % end
  <p class="mt-3 mb-0"><a class="d-inline-block py-2" href="/forgot-password">I forgot my password</a></p>
</div>
