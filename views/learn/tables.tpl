% rebase('base.tpl', title='The tables', styles=['learn.css'])
% include('learn/nav.tpl', here='tables')
<h1>The tables</h1>
<p class="lead">A table keeps one kind of thing: patients, rooms, visits. Each row of it is one of them.</p>
<p>An arrow is a <strong>foreign key</strong>. It leads from a table to the table that its rows belong to: each visit
  belongs to one patient, one member of staff and one service.</p>

<h2>What a visit is made of</h2>
<div class="erd" role="region" aria-label="Picture of the tables that a visit is made of" tabindex="0">{{!core}}</div>

<h2>All tables</h2>
<div class="erd" role="region" aria-label="Picture of all tables" tabindex="0">{{!all_tables}}</div>

% for section, listed in sections.items():
<h2 class="h4">{{section}}</h2>
<dl class="learn-list">
  % for table in listed:
  <dt><a href="/learn/tables/{{table.name}}">{{table.name}}</a>{{' (a view)' if table.is_view else ''}}</dt>
  <dd>
    {{table.about}}
    % if table.references:
    <span class="text-body-secondary">{{'; '.join(sentence(each.name) for each in table.references)}}.</span>
    % end
  </dd>
  % end
</dl>
% end
