% rebase('base.tpl', title='Set your password')
<div class="column">
  <h1>Set your password</h1>
  <p>
    % if link['purpose'] == 'invite':
    Welcome, {{link['full_name']}}. Choose a password. Only you will know it.
    % else:
    Hello {{link['full_name']}}. Choose a new password. All your devices will be signed out.
    % end
  </p>
  <form class="card card-body" method="post" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <p>For <strong class="text-break">{{link['email']}}</strong></p>
    <input type="hidden" name="username" value="{{link['email']}}" autocomplete="username">
    % include('parts/field.tpl', name='password', label='New password', type='password', autocomplete='new-password', hint='At least 12 characters. A few words in a row are easy to remember and hard to guess.')
    <button class="btn btn-primary">Set password</button>
  </form>
</div>
