% rebase('base.tpl', title=setup.title, styles=['learn.css'], wide=True, refresh_after=1 if is_waiting else None)
% include('learn/nav.tpl', here='race')
<p class="mb-1"><a href="/learn/race">All scenes</a></p>
<h1>{{setup.title}}</h1>
<p class="lead">{{setup.about}}</p>
% if not lab:
% if has_ended:
<p class="alert alert-info">Your two connections were closed, as nobody used them for two minutes. Begin again: the scene is as it was at first.</p>
% end
<p>Two connections to the database will be opened for you. They close when you have not used them for two minutes.</p>
% include('learn/race_button.tpl', path='reset', label='Begin', kind='btn-primary')
% else:
% moves = {side: race.possible(lab, side) for side in race.SIDES}
% focused = next((side for side in (lab.last, *race.SIDES) if lab.last and moves[side][1]), None)
<div class="race">
  % for side in race.SIDES:
  % one, (number, step) = lab.sides[side], moves[side]
  <section class="race-side" aria-labelledby="race-{{side}}">
    <h2 class="h5" id="race-{{side}}">{{side.capitalize()}} <span class="text-body-secondary fw-normal">connection {{one.number}}, {{setup.isolation}}</span></h2>
    <ol>
      % for at, (taken, outcome, waited) in enumerate(one.done, 1):
      <li>
        % include('learn/race_step.tpl', step=taken, outcome=outcome, waited=waited, label=f'{side.capitalize()}, step {at}: {taken.what}')
      </li>
      % end
      % if one.pending:
      <li class="race-waiting"><strong>{{one.pending.what}}</strong><br>Waiting for a lock … <span class="text-body-secondary">(this page looks again every second)</span></li>
      % end
    </ol>
    % if step:
    % include('learn/race_button.tpl', path=f'{side}/{number}', label=f'{side.capitalize()}: {step.what}', kind='btn-primary', has_focus=side == focused)
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
% for file, (what, text) in race.statements(setup).items():
<details class="learn-fold">
  <summary>{{what}} <span class="race-file">{{file}}</span></summary>
  % if not file.startswith('race/'):
  <p class="mb-1"><a href="/learn/queries/{{file}}">Run {{file}} by itself</a></p>
  % end
  % include('learn/sql_text.tpl', sql=text, label=file)
</details>
% end
