% rebase('base.tpl', title='Register')
<div class="column">
  <h1>Register</h1>
  <p>{{'Next, you confirm the time you chose.' if form.get('next', '').startswith('/book/') else 'With an account you can book, move and cancel visits yourself.'}} Already registered? <a href="{{login_link}}">Sign in</a>.</p>
  <form class="card card-body" method="post" action="/register" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="next" value="{{form.get('next', '')}}">
    % include('parts/field.tpl', name='full_name', label='Full name', autocomplete='name', longest=120)
    % include('parts/field.tpl', name='email', label='E-mail address', type='email', autocomplete='username', longest=254, hint='You sign in with it. We send a link to it.' if mail_is_on else 'You sign in with it.')
    % include('parts/field.tpl', name='password', label='Password', type='password', autocomplete='new-password', hint='At least 12 characters. A few words in a row are easy to remember and hard to guess.')
    % include('parts/field.tpl', name='phone', label='Phone', type='tel', autocomplete='tel', longest=30, optional=True, hint='So that we can reach you if something changes.')
    % include('parts/birth_date.tpl', is_own=True, optional=True)
    % if clinic.texts.privacy_version:
    <input type="hidden" name="privacy_version" value="{{clinic.texts.privacy_version}}">
    <p>By registering you agree that we keep these details as the <a href="/privacy" target="_blank" rel="noopener">privacy notice<span class="visually-hidden"> (opens in a new tab)</span></a> says.</p>
    % end
    <button class="btn btn-primary">Register</button>
  </form>
</div>
