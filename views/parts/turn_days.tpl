% # To what comes before and after, and to today: each keeps its place. Takes: before, after, now_link (addresses), of.
<nav class="turn-days d-print-none" aria-label="Other {{of}}s">
  <a class="btn btn-outline-secondary" rel="prev" href="{{before}}"><span aria-hidden="true">‹</span><span class="visually-hidden">Previous {{of}}</span></a>
  <a class="btn btn-outline-secondary" href="{{now_link}}">{{'Today' if of == 'day' else 'This ' + of}}</a>
  <a class="btn btn-outline-secondary" rel="next" href="{{after}}"><span aria-hidden="true">›</span><span class="visually-hidden">Next {{of}}</span></a>
</nav>
