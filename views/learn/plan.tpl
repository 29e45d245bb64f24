% # A plan in words, and as the server prints it. Takes: plan (reading.Found of EXPLAIN), steps.
<section class="mt-4" aria-labelledby="plan">
  <h2 class="h4" id="plan">The plan</h2>
  <p>How the server finds these rows, one table after the other.</p>
  <ol class="learn-plan">
    % for step in steps:
    <li>
      <p class="mb-0"><strong>{{step.table or 'no table'}}</strong>
      % if step.how:
      <code class="learn-how {{'learn-slow' if step.how.lower() == 'all' and (step.rows or 0) > 1000 else ''}}">{{step.how}}</code>
      % end
      % if step.rows is not None:
      <span class="text-body-secondary">about {{'{:,}'.format(step.rows)}} {{'row' if step.rows == 1 else 'rows'}}</span>
      % end
      </p>
      <p class="mb-0">{{' '.join(step.sentences)}}</p>
    </li>
    % end
  </ol>
  <details class="learn-fold">
    <summary>As the server prints it: <code>EXPLAIN</code></summary>
    % include('learn/rows.tpl', columns=plan.columns, rows=plan.rows, label='EXPLAIN')
  </details>
</section>
