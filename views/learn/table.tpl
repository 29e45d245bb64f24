% rebase('base.tpl', title=f'The {"view" if table.is_view else "table"} {table.name}', styles=['learn.css'])
% include('learn/nav.tpl', here='tables')
<p class="mb-1"><a href="/learn/tables">All tables</a> · {{table.section}}</p>
<h1><code>{{table.name}}</code></h1>
% if table.about:
<p class="lead">{{table.about}}</p>
% end
% if table.is_view:
<p>A view is a statement with a name. Who asks it sees its rows as if they stood in a table.</p>
% end

% if table.columns:
<h2>Columns</h2>
<div class="learn-scroll" role="region" aria-label="Columns of {{table.name}}" tabindex="0">
<table class="table table-sm align-top">
  <thead><tr><th scope="col">column</th><th scope="col">type</th><th scope="col">may be NULL</th><th scope="col">meaning</th></tr></thead>
  <tbody>
  % for column in table.columns:
  <tr><th scope="row"><code>{{column.name}}</code></th><td><code>{{column.kind}}</code></td><td>{{'yes' if column.is_null else 'no'}}</td>
    <td>
      {{column.comment}}
      % if column.rest:
      <code class="d-block text-body-secondary">{{column.rest}}</code>
      % end
    </td></tr>
  % end
  </tbody>
</table>
</div>
% end

% if table.keys:
<h2>Keys</h2>
<p>A key is like the index at the back of a book: the server finds a row by it without reading all of them. It helps from
  its first column on.</p>
<ul>
  % for key in table.keys:
  <li><code>({{', '.join(key.columns)}})</code> {{{'PRIMARY KEY': 'is the primary key: it names each row.', 'UNIQUE KEY': 'is unique: no two rows may have the same.', 'KEY': 'makes finding quick.'}[key.kind]}}
    % if key.name:
    <span class="text-body-secondary">Its name is <code>{{key.name}}</code>.</span>
    % end
  </li>
  % end
</ul>
% end

% if table.checks or table.references or references_here:
<h2>What the database refuses</h2>
<p>A constraint's name is a sentence that must be true for each row. The server repeats the name when it refuses one.</p>
<dl class="learn-list">
  % for name, condition in table.checks:
  <dt>{{sentence(name)}}</dt><dd><code>CHECK ({{condition}})</code></dd>
  % end
  % for each in table.references:
  <dt>{{sentence(each.name)}}</dt>
  <dd><code>({{', '.join(each.columns)}})</code> is one of <a href="/learn/tables/{{each.parent}}">{{each.parent}}</a>
    <code>({{', '.join(each.parent_columns)}})</code>.
    {{{'ON DELETE RESTRICT': 'That row cannot be deleted while this one is there.', 'ON DELETE CASCADE': 'If that row is deleted, this one goes with it.', 'ON DELETE SET NULL': 'If that row is deleted, NULL stands here.'}.get(each.then, 'That row cannot be deleted while this one is there.')}}</dd>
  % end
</dl>
% if references_here:
<p>Rows of other tables belong to rows of this one:
  % for number, each in enumerate(references_here):
  <a href="/learn/tables/{{each.table}}">{{each.table}}</a> <span class="text-body-secondary">({{sentence(each.name).lower()}})</span>{{', ' if number + 1 < len(references_here) else '.'}}
  % end
</p>
% end
% end

% if table.triggers:
<h2>Triggers</h2>
<p>A trigger is a statement that the server runs by itself whenever a row of this table is written.</p>
% for trigger in table.triggers:
<h3 class="h6">{{sentence(trigger.name)}} <span class="text-body-secondary">({{trigger.when}})</span></h3>
<pre class="learn-code" role="region" aria-label="Trigger {{trigger.name}}" tabindex="0"><code>{{trigger.text}}</code></pre>
% end
% end

<h2>Some of its rows</h2>
% if rows:
% include('learn/rows.tpl', columns=row_columns, rows=rows, label=f'Some rows of {table.name}')
% if not all_columns:
<p class="text-body-secondary">Some columns hold secrets. Nobody may read them here.</p>
% end
% elif row_columns:
<p>It has no rows in the course's clinic.</p>
% else:
<p>Its rows are secrets: nobody may read them here.</p>
% end
% if row_columns:
<p><a href="/learn/sql?q=SELECT {{'*' if all_columns else ', '.join(row_columns)}} FROM {{table.name}}">Ask it something of your own</a></p>
% end

<h2>Who reads it</h2>
% if queries or views:
% if views:
<p>Views over it:
  % for number, view in enumerate(views):
  <a href="/learn/tables/{{view}}">{{view}}</a>{{', ' if number + 1 < len(views) else '.'}}
  % end
</p>
% end
% for subject, listed in queries.items():
<details class="learn-fold" {{'open' if len(queries) == 1 else ''}}>
  <summary>{{subject}}: {{len(listed)}} {{'statement' if len(listed) == 1 else 'statements'}}</summary>
  <ul>
    % for query in listed:
    <li><a href="/learn/queries/{{query.name}}">{{query.name.partition('/')[2]}}</a>: {{query.asks}}</li>
    % end
  </ul>
</details>
% end
% else:
<p>No statement of the program names it.</p>
% end

<details class="learn-fold mt-4">
  <summary>How the schema makes it</summary>
  <pre class="learn-code" role="region" aria-label="Statement that makes {{table.name}}" tabindex="0"><code>{{table.text}}</code></pre>
</details>
