% rebase('base.tpl', title='This link does not work any more')
<div class="narrow">
  <h1>This link does not work any more</h1>
  <p class="lead">A link in a mail works until the visit begins, until the address it was sent to is changed, or until the account is closed.</p>
  <p>With an account that is open you see all your visits after signing in.
    % if clinic.phone:
    Or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
    % end
  </p>
  <p><a class="btn btn-primary" href="/appointments">My visits</a></p>
</div>
