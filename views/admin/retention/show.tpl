% rebase('base.tpl', title='How long data is kept')
<p class="back mb-2"><a href="/admin/settings">Settings</a></p>
<div class="narrow">
  <h1>How long data is kept</h1>
  <p>Leave a field empty to keep its data for ever. Once a day, what is older is deleted. It cannot be brought back, except from a backup.</p>
  % if not errors and not is_saved:
  <p class="alert alert-info" role="status">This is not saved yet. Below each field you see what it would delete.</p>
  % end
  <form class="card card-body" method="post" action="/admin/settings/retention" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % for name, field in fields.items():
    % hint = field.hint if mail_is_on or name != 'keep_unproven_days' else field.hint + ' This clinic sends no e-mail, so nobody can confirm an address. Nothing is deleted.'
    % include('parts/field.tpl', name=name, label=field.label, hint=hint, inputmode='numeric', longest=4, optional=True, autocomplete='off')
    % gone = would_go.get(name)
    % if gone and gone['amount']:
    <p class="fw-semibold mb-4">Would go now: {{gone['amount']}} {{field.things[gone['amount'] != 1]}}, the oldest of {{written.day(to_local(gone['oldest_utc']))}}.</p>
    % elif gone:
    <p class="text-body-secondary mb-4">Would go now: nothing.</p>
    % elif not errors:
    <p class="text-body-secondary mb-4">Kept for ever.</p>
    % end
    % end
    <p class="d-flex flex-wrap gap-3 mb-0">
      <button class="btn btn-outline-primary" name="show" value="yes">Show what would go</button>
      <button class="btn btn-primary">Save</button>
    </p>
  </form>
  % if not begun:
  <p class="mt-4">Nothing was deleted yet.</p>
  % elif not last['finished_utc']:
  <p class="mt-4">Begun {{written.moment(begun)}}, and not finished yet.</p>
  % else:
  <p class="mt-4">Last carried out {{written.moment(begun)}}: {{', '.join('%d %s' % (amount, things[amount != 1]) for amount, things in done) or 'nothing had to go'}}.</p>
  % end
  <p class="text-body-secondary">Visits and what happened to them are never deleted. The law of your country may ask you to keep treatment records for many years. This program keeps no treatment records.</p>
</div>
