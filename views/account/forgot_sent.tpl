% heading = 'No mail can be sent' if mail_is_off else 'Look into your mailbox'
% rebase('base.tpl', title=heading)
<div class="narrow">
  <h1>{{heading}}</h1>
  % if mail_is_off:
  <p class="lead">This clinic sends no mail at present, so the link cannot reach you.
    % if clinic.phone:
    Please call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
    % else:
    Please ask at the front desk.
    % end
  </p>
  <p><a class="btn btn-primary" href="/login">Sign in</a></p>
  % else:
  <p class="lead">If <strong class="text-break">{{email}}</strong> has an account here, a link is on its way to it. It works once, for {{minutes}} minutes.</p>
  <p>No mail after some minutes? Look among the unwanted ones, and check the address for slips.
    % if clinic.phone:
    Or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
    % end
  </p>
  <p class="d-flex flex-wrap gap-2"><a class="btn btn-primary" href="/login">Sign in</a> <a class="btn btn-outline-secondary" href="/forgot-password">Try another address</a></p>
  % end
</div>
