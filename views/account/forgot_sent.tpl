% heading = 'No e-mail can be sent' if not mail_is_on else 'Check your e-mail'
% rebase('base.tpl', title=heading)
<div class="column">
  <h1>{{heading}}</h1>
  % if not mail_is_on:
  <p class="lead">This clinic sends no e-mail at present, so you will not get a link.
    % if clinic.phone:
    Please call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
    % else:
    Please ask at the front desk.
    % end
  </p>
  <p><a class="btn btn-primary" href="/login">Sign in</a></p>
  % else:
  <p class="lead">If <strong class="text-break">{{email}}</strong> has an account here, we have sent a link to it. The link works once, for {{minutes}} minutes.</p>
  <p>No e-mail after a few minutes? Look in your spam folder, and check that the address is right.
    % if clinic.phone:
    Or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
    % end
  </p>
  <p class="d-flex flex-wrap gap-2"><a class="btn btn-primary" href="/login">Sign in</a> <a class="btn btn-outline-secondary" href="/forgot-password">Try another address</a></p>
  % end
</div>
