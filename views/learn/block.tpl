% # A block of a lesson, and what it printed. Takes: block, statement (to try oneself; '' for none), number.
% from urllib.parse import urlencode
<div class="lesson-block">
% if block.kind == 'query':
% name = block.about.split('|')[0].split()[0]
<p class="lesson-file">The file <a href="/learn/queries/{{name}}">{{name}}</a> {{'with ' + ', '.join(block.about.split('|')[0].split()[1:]) if block.about.split('|')[0].split()[1:] else ''}}</p>
% elif block.kind == 'race':
<p class="lesson-file">In the <a href="/learn/race?{{urlencode({'setup': block.about.split(':')[0]})}}">race lab</a>: {{block.about.partition(':')[2]}}</p>
% else:
<pre class="learn-code" role="region" aria-label="Statement {{number}}" tabindex="0"><code>{{block.text}}</code></pre>
% end
% if statement:
<p class="lesson-try"><a href="/learn/sql?{{urlencode({'q': statement, 'on': block.on})}}">Run it yourself</a>
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
