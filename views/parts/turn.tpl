% # Links to what comes before and after, with what is shown between them. Takes: shown; before and after: addresses or
% # None; of: 'week' or 'month'.
<nav class="turn my-3 d-print-none" aria-label="Other {{of}}s">
  % if before:
  <a class="btn btn-outline-secondary" rel="prev" href="{{before}}">Previous {{of}}</a>
  % else:
  <span></span>
  % end
  <span class="fw-semibold">{{shown}}</span>
  % if after:
  <a class="btn btn-outline-secondary" rel="next" href="{{after}}">Next {{of}}</a>
  % else:
  <span></span>
  % end
</nav>
