% # A step that was taken. Takes: step, outcome, waited; label: of the rows' box, another for each step.
<strong>{{step.what}}</strong>
% if step.file and not step.file.startswith('race/'):
<a class="race-file" href="/learn/queries/{{step.file}}">{{step.file}}</a>
% elif step.command:
<code>{{step.command}}</code>
% end
% if waited:
<span class="badge text-bg-warning">had to wait</span>
% end
% if outcome.error:
<div class="race-error"><strong>ERROR {{outcome.error}}{{f', {outcome.constraint}' if outcome.constraint else ''}}.</strong> {{outcome.words}}</div>
% elif outcome.rows:
% places = [outcome.columns.index(name) for name in step.columns] or range(len(outcome.columns))
% include('learn/rows.tpl', columns=[outcome.columns[at] for at in places], rows=[tuple(row[at] for at in places) for row in outcome.rows], label=label)
% elif outcome.count is not None and not step.command:
<div>{{outcome.count or 'No'}} {{'row' if outcome.count == 1 else 'rows'}} written</div>
% end
