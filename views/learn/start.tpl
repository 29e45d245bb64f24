% from urllib.parse import urlencode
% rebase('base.tpl', title='The SQL course', styles=['learn.css'])
% include('learn/nav.tpl', here='course')
<div class="learn-start">
<h1>Learn SQL from a real program</h1>
<p class="lead">This clinic keeps everything in a database, and asks it in {{statements}} statements of SQL. Here you can read each, run it, change it, and try to break it. Nothing that you do here reaches the clinic: the course has a clinic of its own.</p>

<section class="learn-first" aria-labelledby="first">
  <h2 class="h4" id="first">A first question: which rooms does the clinic have?</h2>
  <div class="learn-ask">
    <div>
      <p>The program asks in SQL:</p>
      % include('learn/sql_text.tpl', sql=first, label='First statement')
    </div>
    <div>
      <p>The database answers:</p>
      % include('learn/rows.tpl', columns=found.columns, rows=found.rows, label='Rooms')
    </div>
  </div>
  <p class="mt-3 mb-0"><a class="btn btn-primary" href="/learn/sql?{{urlencode({'q': first, 'on': 'learn'})}}">Change it, and run it</a></p>
</section>

<h2>Where to begin</h2>
<div class="learn-doors">
  % for name, title, words, numbers in doors:
  <section class="card card-body" aria-labelledby="{{name}}">
    <h3 class="h5" id="{{name}}">{{title}}</h3>
    <p>{{words}}</p>
    <ul class="list-unstyled mb-0 mt-auto">
      % for number in numbers:
      % if number in by_number:
      <li><a class="d-inline-block py-1" href="/learn/lessons/{{by_number[number].slug}}">{{number}}. {{by_number[number].title}}</a></li>
      % end
      % end
      % if name == 'much':
      <li><a class="d-inline-block py-1" href="/learn/race">The race lab</a></li>
      <li><a class="d-inline-block py-1" href="#files">Eight files to read first</a></li>
      % end
    </ul>
  </section>
  % end
</div>

<h2>The lessons</h2>
<ol class="learn-lessons">
  % for lesson in lessons:
  <li value="{{lesson.number}}"><a href="/learn/lessons/{{lesson.slug}}">{{lesson.title}}</a>
    % if lesson.number in done:
    <span class="badge text-bg-success">done</span>
    % elif any(each.number in solved for each in lesson.exercises):
    <span class="badge text-bg-secondary">begun</span>
    % end
  </li>
  % end
</ol>
<p class="text-body-secondary">A cookie of this browser remembers which exercises you solved.</p>

<h2 id="files">Eight files to read first</h2>
<dl class="learn-list learn-files">
  % for query, why in files:
  <div>
    <dt><a href="/learn/queries/{{query.name}}">{{query.name}}</a></dt>
    <dd>{{why}}</dd>
  </div>
  % end
</dl>

<h2>All {{statements}} statements</h2>
<p>Each with its rows, its plan and what it costs:</p>
% include('learn/subjects.tpl')

<h2>And besides</h2>
<ul>
  <li><a href="/learn/tables">The tables</a>: a picture, and what each column means</li>
  <li><a href="/learn/sql">Your own SQL</a> on the course's clinic</li>
  <li><a href="/learn/race">Race lab</a>: two connections, one slot</li>
  <li><a href="/learn/injection">Injection lab</a>: what happens when text is glued into SQL</li>
  <li><a href="/learn/servers">Where MariaDB and MySQL differ</a></li>
</ul>
</div>
