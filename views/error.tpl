% rebase('base.tpl')
<div class="narrow">
  <h1>{{title}}</h1>
  <p class="lead">{{sentence}}</p>
  % if statements:
  <pre class="border rounded p-3" role="region" aria-label="Statements" tabindex="0"><code>{{'\n'.join(statements)}}</code></pre>
  % elif status >= 500:
  <p class="text-body-secondary">If you report this, please give us the number {{request_id}}.</p>
  % end
  <p><a class="btn btn-primary" href="/">Go to the home page</a></p>
</div>
