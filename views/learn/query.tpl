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
% path = f'/learn/queries/{query.name}'
<div class="learn-two">
<div>
% include('learn/sql_text.tpl', sql=query.text.partition('\n\n')[2].strip(), label=f'Statement of {query.name}')
</div>
<div>
<form class="learn-values" method="{{'get' if query.reads else 'post'}}" action="{{path if query.reads else path + '/try'}}" aria-labelledby="values">
  <h2 class="h5" id="values">{{'Your values' if shown else 'Nothing to put in'}}</h2>
  % if not query.reads:
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  % end
  % if shown:
  <div class="learn-fields">
    % for name in shown:
    % include('parts/field.tpl', name=name, label=name, value=shown[name], optional='quietly', longest=2000)
    % end
  </div>
  % end
  % if query.reads:
  <input type="hidden" name="on" value="{{on}}">
  <button class="btn btn-primary">Run</button>
  % else:
  <p>This statement {{'locks rows' if query.locks else 'changes rows'}}. It runs in the course's own clinic, and then everything is taken back.</p>
  <button class="btn btn-primary">Try it</button>
  % end
</form>
% if query.reads:
% include('learn/costs.tpl')
% end
</div>
</div>

% if tried:
% include('learn/tried.tpl')
% end
% if answer:
<section class="mt-4" aria-labelledby="answer">
  <h2 class="h4" id="answer">The answer <span class="text-body-secondary fw-normal">{{choices[on]}}</span></h2>
  % if answer.problem:
  <div class="alert alert-warning">{{answer.problem}}</div>
  % else:
  <p>{{cells.counted(answer.found)}}</p>
  % if answer.found.rows:
  % include('learn/rows.tpl', columns=answer.found.columns, rows=answer.found.rows, label='Rows found')
  % end
  % end
  <p class="mt-3"><a class="btn btn-outline-primary" href="/learn/sql?{{urlencode({'q': filled, 'on': on})}}">Edit it as your own SQL</a></p>
</section>
% if answer.steps:
% include('learn/plan.tpl', plan=answer.plan, steps=answer.steps)
% end
% end

<section class="mt-4" aria-labelledby="where">
  <h2 class="h4" id="where">Where it is used</h2>
  % if called_by:
  <p class="mb-1">In the program:</p>
  <ul>
    % for place in called_by:
    <li><code>{{place}}</code></li>
    % end
  </ul>
  % end
  % if lessons:
  <p class="mb-1">In the course:</p>
  <ul>
    % for lesson in lessons:
    <li>Lesson <a href="/learn/lessons/{{lesson.slug}}">{{lesson.number}}. {{lesson.title}}</a></li>
    % end
  </ul>
  % end
</section>
