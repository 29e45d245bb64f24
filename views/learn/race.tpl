% rebase('base.tpl', title=setup.title, styles=['learn.css'], wide=True, refresh_after=1 if is_waiting else None)
% include('learn/nav.tpl', here='race')
<p class="mb-1"><a href="/learn/race">All scenes</a></p>
<h1>{{setup.title}}</h1>
<p class="lead">{{setup.about}}</p>
% if not lab:
<p>Two connections to the database will be opened for you. They close when you have not used them for two minutes.</p>
% include('learn/race_button.tpl', path='reset', label='Begin', kind='btn-primary')
% else:
<div class="race">
  % for side in race.SIDES:
  % one, step = lab.sides[side], race.possible(lab, side)
  <section class="race-side" aria-labelledby="race-{{side}}">
    <h2 class="h5" id="race-{{side}}">{{side.capitalize()}} <span class="text-body-secondary fw-normal">connection {{one.number}}, {{setup.isolation}}</span></h2>
    <ol>
      % for taken, outcome, waited in one.done:
      <li>
        % include('learn/race_step.tpl', step=taken, outcome=outcome, waited=waited)
      </li>
      % end
      % if one.pending:
      <li class="race-waiting"><strong>{{one.pending.what}}</strong><br>Waiting for a lock … <span class="text-body-secondary">(this page looks again every second)</span></li>
      % end
    </ol>
    % if step:
    % include('learn/race_button.tpl', path=f'{side}/step', label=f'{side.capitalize()}: {step.what}', kind='btn-primary')
    % elif not one.pending:
    <p class="text-body-secondary">This side is done.</p>
    % end
    % if one.is_open and not one.pending and one.done:
    % include('learn/race_button.tpl', path=f'{side}/rollback', label=f'{side.capitalize()}: give up (ROLLBACK)', kind='btn-outline-secondary btn-sm mt-2')
    % end
  </section>
  % end
  <section class="race-middle" aria-labelledby="race-middle" aria-live="polite">
    <h2 class="h5" id="race-middle">Who waits for whom</h2>
    <ul>
      % for sentence in looks:
      <li>{{sentence}}</li>
      % end
    </ul>
    <h3 class="h6">What everybody else sees now</h3>
    % if shown.rows:
    % include('learn/rows.tpl', columns=shown.columns, rows=shown.rows, label='Rows that both fight for')
    % else:
    <p class="text-body-secondary">No rows yet.</p>
    % end
  </section>
</div>
<h2 class="h5 mt-4">What this scene teaches</h2>
<p>{{setup.learn}}</p>
% include('learn/race_button.tpl', path='reset', label='Begin this scene anew', kind='btn-outline-primary')
% end
<h2 class="h5 mt-4">The statements</h2>
% listed = {step.file: step for step in (*setup.left, *setup.right) if step.file}
% for file, step in listed.items():
<details class="learn-fold">
  <summary>{{step.what}}: {{file}}</summary>
  % if file.startswith('race/'):
  % from app.database.sql_files import FOLDER
  % include('learn/sql_text.tpl', sql=(FOLDER / 'learn' / f'{file}.sql').read_text(encoding='utf-8').strip(), label=file)
  % else:
  <p><a href="/learn/queries/{{file}}">db/queries/{{file}}.sql</a></p>
  % end
</details>
% end
