% from urllib.parse import urlencode
% from app.learn import cells
% rebase('base.tpl', title=query.name, styles=['learn.css'])
% include('learn/nav.tpl', here='queries')
<p class="mb-1"><a href="/learn/queries">All statements</a> · <a href="/learn/queries/{{query.subject}}">{{query.subject}}</a></p>
<h1 class="learn-question">{{query.asks}}</h1>
<p class="text-body-secondary">The file <code>db/queries/{{query.name}}.sql</code> gives {{query.gives}}.</p>
% if query.lesson:
<p class="learn-lesson"><strong>What to learn here:</strong> {{query.lesson}}</p>
% end
% include('learn/sql_text.tpl', sql=query.text.partition('\n\n')[2].strip(), label=f'Statement of {query.name}')

% path = f'/learn/queries/{query.name}'
<form class="learn-values" method="{{'get' if query.reads else 'post'}}" action="{{path if query.reads else path + '/try'}}" aria-label="Values">
  % if not query.reads:
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  % end
  % if shown:
  <div class="learn-fields">
    % for name in shown:
    % include('parts/field.tpl', name=name, label=name, optional='quietly', longest=2000)
    % end
  </div>
  % end
  % if query.reads:
  <input type="hidden" name="on" value="{{on}}">
  <button class="btn btn-primary">Run</button>
  % else:
  <p>This statement {{'locks rows' if query.locks else 'changes rows'}}. It runs in the course's clinic, and then everything is taken back.</p>
  <button class="btn btn-primary">Try it</button>
  % end
</form>

% if tried:
<section class="mt-4" aria-labelledby="tried">
  <h2 class="h4" id="tried">What it did</h2>
  % if tried.refusal:
  <div class="alert alert-warning"><p>The server refused it. {{tried.refusal}}</p><p class="mb-0"><code>ERROR {{tried.said}}</code></p></div>
  % elif tried.columns:
  <p>It gives {{len(tried.rows)}} {{'row' if len(tried.rows) == 1 else 'rows'}}, and holds {{'it' if len(tried.rows) == 1 else 'them'}} until the transaction ends: nobody else can change {{'it' if len(tried.rows) == 1 else 'them'}} meanwhile.</p>
  % if tried.rows:
  % include('learn/rows.tpl', columns=tried.columns, rows=tried.rows[:50], label='Rows that were locked')
  % end
  % else:
  <p>The server says that {{'1 row was' if tried.count == 1 else f'{tried.count} rows were'}} changed{{'. Nothing is different: no row fits, or each had these values already.' if not tried.changes else ', and this is different:'}}</p>
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
  <p class="mt-3 text-body-secondary">Everything is taken back (ROLLBACK).</p>
</section>
% end

% if problem:
<div class="alert alert-warning mt-4">{{problem}}</div>
% end
% if answer:
% found, steps = answer
<section class="mt-4" aria-labelledby="answer">
  <h2 class="h4" id="answer">The answer <span class="text-body-secondary fw-normal">{{choices[on]}}</span></h2>
  <p>{{cells.counted(found)}} The server read <strong>{{'{:,}'.format(found.read)}}</strong> rows for it, in {{'%.1f' % (found.seconds * 1000)}} ms.</p>
  % if found.rows:
  % include('learn/rows.tpl', columns=found.columns, rows=found.rows, label='Rows found')
  % end
  <p class="mt-3 d-flex flex-wrap gap-3">
    % values = {name: form.get(name, '') for name in shown}
    % for place, words in choices.items():
    % if place != on and (place != 'big' or big_is_made):
    <a href="{{path}}?{{urlencode({**values, 'on': place})}}#answer">Compare: {{words}}</a>
    % end
    % end
    <a href="/learn/sql?{{urlencode({'q': filled, 'on': on})}}">Edit it as your own SQL</a>
  </p>
</section>
<section class="mt-4" aria-labelledby="plan">
  <h2 class="h4" id="plan">The plan</h2>
  <p>How the server finds these rows: one step after the other.</p>
  <ol class="learn-plan">
    % for step in steps:
    <li>
      <strong>{{step.table or '–'}}</strong>
      % if step.how:
      <span class="badge text-bg-secondary">{{step.how}}</span>
      % end
      % if step.rows is not None:
      <span class="text-body-secondary">about {{'{:,}'.format(step.rows)}} {{'row' if step.rows == 1 else 'rows'}}</span>
      % end
      <div>{{' '.join(step.sentences)}}</div>
    </li>
    % end
  </ol>
</section>
% end
% if not big_is_made and query.reads:
<form class="mt-3" method="post" action="/learn/big">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn btn-outline-primary">Make the clinic with 100,000 visits</button> <span class="text-body-secondary">It takes about ten seconds.</span>
</form>
% end

<section class="mt-4" aria-labelledby="where">
  <h2 class="h4" id="where">Where it is used</h2>
  <ul>
    % for place in called_by:
    <li><code>{{place}}</code></li>
    % end
    % for lesson in lessons:
    <li>Lesson <a href="/learn/lessons/{{lesson.slug}}">{{lesson.number}}. {{lesson.title}}</a></li>
    % end
  </ul>
</section>
