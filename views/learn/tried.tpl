% # What a statement that writes or locks did before it was taken back. Takes: tried (trying.Tried).
<section class="mt-4" aria-labelledby="tried">
  <h2 class="h4" id="tried">What it did</h2>
  % if tried.refusal:
  <div class="alert alert-warning"><p>The server refused it. {{tried.refusal}}</p><p class="mb-0"><code>ERROR {{tried.said}}</code></p></div>
  % elif tried.columns:
  % them = 'it' if len(tried.rows) == 1 else 'them'
  % if tried.rows:
  <p>It gives {{len(tried.rows)}} {{'row' if len(tried.rows) == 1 else 'rows'}}, and holds {{them}} until the transaction ends: nobody else can change {{them}} meanwhile.</p>
  % include('learn/rows.tpl', columns=tried.columns, rows=tried.rows[:50], label='Rows that were locked')
  % else:
  <p>No row fits these values, so none is held.</p>
  % end
  % else:
  <p>The server counts <strong>{{tried.count}} {{'row' if tried.count == 1 else 'rows'}}</strong>. {{'This is different:' if tried.changes else 'Nothing is different: no row fits, or each has these values already.'}}</p>
  % for change in tried.changes:
  <h3 class="h6 mt-3"><a href="/learn/tables/{{change.table}}">{{change.table}}</a></h3>
  % for rows, count, word in ((change.gone, change.count_gone, 'before'), (change.new, change.count_new, 'after')):
  % if rows:
  <p class="mb-1">{{word.capitalize()}}{{f', the first {len(rows)} of {count}' if count > len(rows) else ''}}:</p>
  % include('learn/rows.tpl', columns=change.columns, rows=rows, label=f'{change.table} {word}')
  % end
  % end
  % end
  % end
  <p class="mt-3 text-body-secondary">Then everything was taken back (ROLLBACK).</p>
</section>
