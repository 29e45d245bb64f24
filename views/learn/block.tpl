% # A block of a lesson, and what it printed. Takes: block, statement (to try oneself; '' for none), file (see lessons.Piece), number.
% from urllib.parse import urlencode
<div class="lesson-block">
% if block.kind == 'query':
<p class="lesson-file">The file <a href="{{file.address}}">{{file.name}}</a>{{f' with {file.values}' if file.values else ''}}</p>
<details class="learn-fold">
  <summary>Show the file</summary>
  % include('learn/sql_text.tpl', sql=file.text.rstrip(), label=f'File {file.name}, block {number}')
</details>
% elif block.kind == 'race':
<p class="lesson-file">In the <a href="/learn/race?{{urlencode({'setup': block.about.partition(':')[0]})}}">race lab</a>: {{block.about.partition(':')[2]}}</p>
% else:
% include('learn/sql_text.tpl', sql=block.text, label=f'Statement {number}')
% end
% if statement:
<p class="lesson-try"><a href="/learn/sql?{{urlencode({'q': statement, 'on': block.on, **({'show': 'plan'} if block.kind == 'plan' else {})})}}">Run it yourself<span class="visually-hidden">: block {{number}}</span></a>
  % if block.on != 'learn':
  <span class="text-body-secondary">on the place “{{block.on}}”</span>
  % end
</p>
% end
% for server, text in block.results.items():
% if server:
<p class="lesson-server">{{{'mariadb': 'MariaDB', 'mysql': 'MySQL'}[server]}} answers:</p>
% end
<pre class="learn-result" role="region" aria-label="Answer {{number}}{{' of ' + server if server else ''}}" tabindex="0"><samp>{{text}}</samp></pre>
% end
</div>
