% rebase('base.tpl', title='Visits to close')
% kept = f'?staff_id={staff_id}' if sees_all else ''
<h1>Visits to close</h1>
<p>These visits are over. Did the patient come? Mark each visit, so that the reports are right.</p>
% if sees_all:
<form class="filters filters-compact mb-3" method="get" action="/staff">
  <input type="hidden" name="open" value="1">
  % include('staff/day/whose.tpl')
  <button class="btn btn-outline-primary">Show</button>
</form>
% end
% if lines:
<ol class="visit-list list-unstyled mb-0">
  % for line in lines:
  % include('staff/day/line.tpl', line=line, with_day=True)
  % end
</ol>
% include('parts/paging.tpl', of='visits to close')
% else:
<p>There are no visits to close.</p>
% end
<p class="mt-3 mb-0"><a href="/staff{{kept}}">Back to today</a></p>
