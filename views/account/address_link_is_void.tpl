% rebase('base.tpl', title='This link no longer works')
<div class="column">
  <h1>This link no longer works</h1>
  <p class="lead">A link works once, and only for a week. If you have confirmed your address already, there is nothing left to do.</p>
  <p>Otherwise sign in. You can then ask for a new link\\
    % if clinic.phone:
, or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>\\
    % end
.</p>
  <p><a class="btn btn-primary" href="/login">Sign in</a></p>
</div>
