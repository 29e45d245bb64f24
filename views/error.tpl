% rebase('base.tpl')
<div class="narrow">
  <h1>{{title}}</h1>
  <p class="lead">{{sentence}}</p>
  % if status >= 500:
  <p class="text-body-secondary">If you tell us about it, please give the number {{request_id}}.</p>
  % end
  <p><a class="btn btn-primary" href="/">To the first page</a></p>
</div>
