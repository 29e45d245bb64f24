% rebase('base.tpl', title=f'Statements: {subject}', styles=['learn.css'])
% include('learn/nav.tpl', here='queries')
<p class="mb-1"><a href="/learn/queries">All statements</a></p>
<h1>{{subject}}</h1>
<dl class="learn-list">
  % for query in queries:
  <dt><a href="/learn/queries/{{query.name}}">{{query.name.partition('/')[2]}}</a></dt>
  <dd>{{query.asks}}</dd>
  % end
</dl>
