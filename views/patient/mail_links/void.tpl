% rebase('base.tpl', title='This link no longer works')
<div class="column">
  <h1>This link no longer works</h1>
  <p class="lead">A link in an e-mail works until the visit begins. It stops working earlier if the e-mail address changes or the account is closed.</p>
  <p>If you have an account, sign in to see all your visits.
    % if clinic.phone:
    Or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
    % end
  </p>
  <p><a class="btn btn-primary" href="/appointments">My appointments</a></p>
</div>
