% rebase('base.tpl', title='New recovery codes')
<div class="column">
  <p class="back mb-2"><a href="/profile/second-factor">Code from an app</a></p>
  <h1>New recovery codes</h1>
  <p>{{left}} recovery codes are left. You get ten new ones, and the old ones stop working.</p>
  <form class="card card-body" method="post" action="/profile/second-factor/recovery-codes" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('account/second_factors/password_and_code.tpl')
    <button class="btn btn-primary">Make new recovery codes</button>
  </form>
</div>
