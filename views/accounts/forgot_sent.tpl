% rebase('base.tpl', title='Look into your mailbox')
<div class="narrow">
  <h1>Look into your mailbox</h1>
  <p class="lead">If <strong class="text-break">{{email}}</strong> has an account here, a link is on its way to it. It works once, for {{minutes}} minutes.</p>
  % if mail_is_off:
  <div class="alert alert-warning">This clinic sends no mail at present.
    % if clinic['phone']:
    Please call us: <a class="alert-link text-nowrap" href="{{clinic['phone_link']}}">{{clinic['phone']}}</a>.
    % else:
    Please ask at the front desk.
    % end
  </div>
  % else:
  <p>No mail after some minutes? Look among the unwanted ones, and check the address for slips.
    % if clinic['phone']:
    Or call us: <a class="text-nowrap" href="{{clinic['phone_link']}}">{{clinic['phone']}}</a>.
    % end
  </p>
  % end
  <p class="d-flex flex-wrap gap-2"><a class="btn btn-primary" href="/login">Sign in</a> <a class="btn btn-outline-secondary" href="/forgot-password">Try another address</a></p>
</div>
