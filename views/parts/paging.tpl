% # Earlier and later pages of a list. Takes: paging (app/web/paging.py), of (what is listed).
% if paging.pages > 1:
<nav class="d-flex flex-wrap align-items-center gap-3 mt-3 d-print-none" aria-label="Pages of {{of}}">
  % if paging.page > 1:
  <a class="btn btn-sm btn-outline-secondary" href="{{paging.link(1)}}">First</a>
  <a class="btn btn-sm btn-outline-secondary" rel="prev" href="{{paging.link(paging.page - 1)}}">Previous</a>
  % end
  <span>Page {{paging.page}} of {{paging.pages}}</span>
  % if paging.page < paging.pages:
  <a class="btn btn-sm btn-outline-secondary" rel="next" href="{{paging.link(paging.page + 1)}}">Next</a>
  <a class="btn btn-sm btn-outline-secondary" href="{{paging.link(paging.pages)}}">Last</a>
  % end
</nav>
% end
