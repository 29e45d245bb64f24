% rebase('base.tpl', title='Visits without an outcome')
% kept = f'?staff_id={staff_id}' if sees_all else ''
<h1>Visits without an outcome</h1>
<p>These visits are over, and nobody has said whether they took place. Mark each, so that the clinic's numbers are right.</p>
% if sees_all:
<form class="filters filters-compact mb-3" method="get" action="/staff">
  <input type="hidden" name="open" value="1">
  % include('staff/day/whose.tpl')
  <button class="btn btn-outline-primary">Show</button>
</form>
% end
% if lines:
<ol class="lines list-unstyled mb-0">
  % for line in lines:
  % include('staff/day/line.tpl', line=line, with_day=True)
  % end
</ol>
% include('parts/paging.tpl', of='visits without an outcome')
% else:
<p>None: every past visit has its outcome.</p>
% end
<p class="mt-3 mb-0"><a href="/staff{{kept}}">Back to today</a></p>
