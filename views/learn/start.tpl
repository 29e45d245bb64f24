% from urllib.parse import urlencode
% rebase('base.tpl', title='The SQL course', styles=['learn.css'])
% include('learn/nav.tpl', here='course')
<h1>Learn SQL from a real program</h1>
<p class="lead">This clinic keeps everything in a database, and asks it in {{statements}} statements of SQL. Here you can read each, run it, change it, and try to break it. Nothing that you do here reaches the clinic: the course has a clinic of its own.</p>

<section class="learn-first" aria-labelledby="first">
  <h2 class="h4" id="first">A first question</h2>
  <p>Which rooms does the clinic have?</p>
  % include('learn/sql_text.tpl', sql=first, label='First statement')
  <p>The database answers:</p>
  % include('learn/rows.tpl', columns=found.columns, rows=found.rows, label='Rooms')
  <p class="mt-3 mb-0"><a class="btn btn-primary" href="/learn/sql?{{urlencode({'q': first, 'on': 'learn'})}}">Change it, and run it</a></p>
</section>

<h2>Where to begin</h2>
<div class="learn-doors">
  <section class="card card-body" aria-labelledby="new">
    <h3 class="h5" id="new">I am new to SQL</h3>
    <p>Begin with lesson 1. Each takes 10 to 20 minutes, and uses only what came before.</p>
    <p class="mb-0 mt-auto"><a href="/learn/lessons/01-a-day">Lesson 1: Who comes today?</a></p>
  </section>
  <section class="card card-body" aria-labelledby="some">
    <h3 class="h5" id="some">I know SELECT</h3>
    <p>Try lesson 5. If it is easy, go on with 9: overlap, gaps, constraints, keys and plans.</p>
    <p class="mb-0 mt-auto"><a href="/learn/lessons/05-on-or-where">Lesson 5</a> · <a href="/learn/lessons/09-overlap">Lesson 9</a></p>
  </section>
  <section class="card card-body" aria-labelledby="much">
    <h3 class="h5" id="much">I know SQL, show me the concurrency</h3>
    <p>Why can two people not have one slot? Then let two connections race, and see who waits.</p>
    <p class="mb-0 mt-auto"><a href="/learn/lessons/12-claims">Lesson 12</a> · <a href="/learn/race">Race lab</a> · <a href="#files">Eight files</a></p>
  </section>
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
<dl class="learn-list">
  % for query, why in files:
  <dt><a href="/learn/queries/{{query.name}}">{{query.name}}</a></dt>
  <dd>{{why}}</dd>
  % end
</dl>

<h2>And besides</h2>
<ul>
  <li><a href="/learn/queries">All {{statements}} statements</a>, each with its rows, its plan and what it costs</li>
  <li><a href="/learn/tables">The tables</a>: a picture, and what each column means</li>
  <li><a href="/learn/sql">Your own SQL</a> on the course's clinic</li>
  <li><a href="/learn/race">Race lab</a>: two connections, one slot</li>
  <li><a href="/learn/injection">Injection lab</a>: what happens when text is glued into SQL</li>
  <li><a href="/learn/servers">Where MariaDB and MySQL differ</a></li>
</ul>
