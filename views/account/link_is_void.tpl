% rebase('base.tpl', title='This link no longer works')
<div class="column">
  <h1>This link no longer works</h1>
  <p class="lead">A link works once, and only for a limited time. If you have already set your password, sign in.</p>
  <p>Otherwise <a href="/forgot-password">ask for a new one</a>\\
    % if clinic.phone:
, or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>\\
    % end
.</p>
  <p><a class="btn btn-primary" href="/login">Sign in</a></p>
</div>
