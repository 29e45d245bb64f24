% rebase('base.tpl', title='Type your code')
<div class="column">
  <h1>Type your code</h1>
  <p>Your password is right. Now open the app on your phone and type the code that it shows. You have {{minutes}} minutes.</p>
  <form class="card card-body" method="post" action="/login/code" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="next" value="{{form.get('next', '')}}">
    % for kept_name, kept_value in form.items():
    % if kept_name.startswith('kept_'):
    <input type="hidden" name="{{kept_name}}" value="{{kept_value}}">
    % end
    % end
    % include('account/second_factors/code_field.tpl')
    <button class="btn btn-primary">Sign in</button>
  </form>
  <h2 class="h5 mt-4">No code?</h2>
  <ul>
    <li>Your phone is lost: type one of the recovery codes that you printed or wrote down.</li>
    <li>The codes are refused: let your phone set its clock by itself.</li>
    <li>You have neither: ask an admin of the clinic. They can remove the code from your account.
      % if clinic.phone:
      Call <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
      % end
    </li>
  </ul>
  <p class="mb-0"><a class="d-inline-block py-2" href="/login">Sign in with another account</a></p>
</div>
