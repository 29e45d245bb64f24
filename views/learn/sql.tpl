% from urllib.parse import urlencode
% rebase('base.tpl', title='Your own SQL', styles=['learn.css'], wide=True)
% include('learn/nav.tpl', here='sql')
<h1>Your own SQL</h1>
<p class="lead">Ask the clinic of the course whatever you like. You can only read, so nothing can break.</p>

<div class="row g-4">
<div class="col-lg-8">
  <form class="learn-sql" method="get" action="/learn/sql">
    <label class="form-label" for="q">Statement</label>
    % if errors.get('q'):
    <div class="invalid-feedback d-block" id="q-error">{{errors['q']}}
      % if getattr(problem, 'said', None):
      <span class="d-block text-body-secondary">The server says: <code>ERROR {{problem.number}}: {{problem.said}}</code></span>
      % end
    </div>
    % end
    <textarea class="form-control font-monospace {{'is-invalid' if errors.get('q') else ''}}" id="q" name="q" rows="{{min(max(form.get('q', '').count('\n') + 2, 6), 20)}}" maxlength="8000" spellcheck="false" autocapitalize="off" autocomplete="off" placeholder="SELECT name FROM rooms" aria-describedby="q-hint{{' q-error' if errors.get('q') else ''}}" aria-invalid="{{'true' if errors.get('q') else 'false'}}">
{{form.get('q', '')}}</textarea>
    <div class="form-text" id="q-hint">One statement: SELECT, WITH, EXPLAIN, SHOW TABLES, DESC rooms. It is always Monday, 30 November 2026, 10:00 here, also for NOW().</div>
    <div class="d-flex flex-wrap gap-2 align-items-end mt-3">
      <div>
        <label class="form-label" for="on">Where</label>
        % if errors.get('on'):
        <div class="invalid-feedback d-block" id="on-error">{{errors['on']}}</div>
        % end
        <select class="form-select {{'is-invalid' if errors.get('on') else ''}}" id="on" name="on" aria-invalid="{{'true' if errors.get('on') else 'false'}}"
          % if errors.get('on'):
          aria-describedby="on-error"
          % end
        >
          % for name, label in places.items():
          <option value="{{name}}" {{'selected' if form.get('on') == name else ''}}>{{label}}</option>
          % end
        </select>
      </div>
      <button class="btn btn-primary">Run</button>
      <button class="btn btn-outline-primary" name="show" value="plan">Show the plan</button>
    </div>
  </form>

  % if found:
  <section class="mt-4" aria-labelledby="answer">
    <h2 class="h4" id="answer">{{'The plan' if shows_plan else 'The answer'}}</h2>
    % if not shows_plan:
    <p>{{cells.counted(found)}} <span class="text-body-secondary">It took {{'%.1f' % (found.seconds * 1000)}} ms{{', and the server read {:,} rows for it'.format(found.read) if found.read is not None else ''}}.</span></p>
    % else:
    <p>A line for each table, in the order in which the server reads them. <code>type</code> says how: <code>ALL</code> is the whole table, <code>range</code> a stretch of a key, <code>ref</code> and <code>eq_ref</code> what a key finds, <code>const</code> one row. <code>key</code> is the key that is used, <code>rows</code> how many rows the server expects to look at.</p>
    % end
    % if found.columns and found.rows:
    % numbers = [cells.are_numbers(column) for column in zip(*found.rows)]
    <div class="learn-scroll learn-answer" role="region" aria-label="{{'Plan' if shows_plan else 'Rows found'}}" tabindex="0">
    <table class="table table-sm mb-0">
      <thead><tr>
        % for name, is_number in zip(found.columns, numbers):
        <th scope="col" class="{{'text-end' if is_number else ''}}">{{name}}</th>
        % end
      </tr></thead>
      <tbody>
      % for row in found.rows:
      <tr>
        % for value, is_number in zip(row, numbers):
        <td class="{{'text-end' if is_number else ''}} {{'text-body-secondary' if value is None else ''}}">{{cells.shown(value)}}</td>
        % end
      </tr>
      % end
      </tbody>
    </table>
    </div>
    % elif found.columns and not found.total:
    <p class="text-body-secondary">The columns would be: {{', '.join(found.columns)}}.</p>
    % end
  </section>
  % end
</div>

<div class="col-lg-4">
  <section aria-labelledby="begin">
    <h2 class="h5" id="begin">Begin with one of these</h2>
    <ul class="learn-examples">
      % for example in examples:
      <li><a href="/learn/sql?{{urlencode({'q': example.text, 'on': 'learn'})}}">{{example.asks}}</a></li>
      % end
    </ul>
  </section>
  <section aria-labelledby="tables">
    <h2 class="h5" id="tables">Tables</h2>
    <p class="text-body-secondary mb-2">Each leads to its columns, with what they mean.</p>
    % for number, (section, listed) in enumerate(sections.items()):
    <details class="learn-fold" {{'open' if number in (3, 5) else ''}}>
      <summary>{{section}}</summary>
      <p class="learn-names">
        % for table in listed:
        <a href="/learn/tables/{{table.name}}">{{table.name}}</a>
        % end
      </p>
    </details>
    % end
  </section>
  <details class="learn-fold mt-3">
    <summary>What is limited, and why</summary>
    <ul>
      <li>A statement may take 2 seconds and look at 5,000,000 combinations of rows. Two run at a time.</li>
      <li>200 rows are shown, and 200 characters of each value.</li>
      <li>The account behind this page may read, and nothing else. It sees no secrets: no hashes of passwords, no sessions, no codes. The patients are made up.</li>
      <li>Locks, files and the server's settings are shut, and functions that wait or fill its memory.</li>
    </ul>
  </details>
</div>
</div>
