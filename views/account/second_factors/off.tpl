% rebase('base.tpl', title='Switch the code off')
<div class="column">
  <p class="back mb-2"><a href="/profile/second-factor">Code from an app</a></p>
  <h1>Switch the code off</h1>
  <p>You then sign in with your password alone. Your recovery codes stop working.
    % if clinic.requires_second_factor(visitor.role):
    The clinic asks you to use a code, so you set up a new one next.
    % end
  </p>
  <form class="card card-body" method="post" action="/profile/second-factor/off" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('account/second_factors/password_and_code.tpl')
    <button class="btn btn-danger">Switch the code off</button>
  </form>
</div>
