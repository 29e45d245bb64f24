% rebase('base.tpl', title='This link does not work any more')
<div class="narrow">
  <h1>This link does not work any more</h1>
  <p class="lead">Such a link works once, and only for a while. If you have set your password with it, just sign in.</p>
  <p>Otherwise <a href="/forgot-password">ask for a new one</a>\\
    % if clinic.phone:
, or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>\\
    % end
.</p>
  <p><a class="btn btn-primary" href="/login">Sign in</a></p>
</div>
