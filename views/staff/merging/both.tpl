% rebase('base.tpl', title='Merge two records')
% one, other = pair.one, pair.other
% at = '/staff/patients/%d' % one['patient_id']
% sides = (('one', one), ('other', other))
% labels = (('full_name', 'Full name'), ('birth_date', 'Date of birth'), ('phone', 'Phone'), ('email', 'E-mail address'), ('reference', 'Number in the old system'))
% accounts = one['user_id'] or other['user_id']
% def shown(name, row):
%   if name == 'birth_date' and row[name]:
%     return written.date(row[name])
%   end
%   return row[name] or '–'
% end
% unproven = [row for _, row in sides if row['user_id'] and not row['holder_is_proven']]
% is_open = may and not overlaps
<p class="back mb-2"><a href="{{at}}/merge">Choose another record</a></p>
<h1>Merge two records</h1>
% if overlaps:
<section class="alert alert-warning" aria-labelledby="overlaps">
  <h2 class="h5" id="overlaps">Both have a visit at the same time</h2>
  <p>Nobody can be in two rooms at once. Cancel or move one of each pair first. If both visits took place, these are two people.</p>
  <ul class="mb-0">
    % for pair_of in overlaps:
    <li>
      <a class="alert-link" href="/appointments/{{pair_of['appointment_id']}}">{{written.moment(pair_of['starts_at'])}} with {{pair_of['staff_name']}}</a>,
      and <a class="alert-link" href="/appointments/{{pair_of['other_appointment_id']}}">{{written.moment(pair_of['other_starts_at'])}} with {{pair_of['other_staff_name']}}</a>
    </li>
    % end
  </ul>
</section>
% end
<form method="post" action="{{at}}/merge" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="with" value="{{other['patient_id']}}">
  <input type="hidden" name="seen" value="{{pair.seen}}">
  <table class="table stack align-middle">
    <thead><tr><th scope="col">Detail</th><th scope="col">First record</th><th scope="col">Second record</th></tr></thead>
    <tbody>
      % for name, label in labels:
      % differs = one[name] != other[name]
      % asks = is_open and differs and not (name == 'email' and accounts)
      <tr>
        <th scope="row" id="label-{{name}}">{{label}}</th>
        % for side, row in sides:
        <td class="long" data-label="{{'First' if side == 'one' else 'Second'}}">
          % if asks:
          <span class="form-check mb-0">
            <input class="form-check-input" type="radio" id="{{name if side == 'one' else name + '-other'}}" name="{{name}}" value="{{side}}"
              % if form.get(name, 'one') == side:
              checked
              % end
            >
            <label class="form-check-label" for="{{name if side == 'one' else name + '-other'}}"><span class="visually-hidden">{{label}}: </span>{{'leave empty' if not row[name] else shown(name, row)}}</label>
          </span>
          % else:
          {{shown(name, row)}}
          % end
        </td>
        % end
      </tr>
      % end
      <tr>
        <th scope="row">Account</th>
        % for side, row in sides:
        <td class="long" data-label="{{'First' if side == 'one' else 'Second'}}">{{'–' if not row['user_id'] else row['holder_email'] if row['relation'] == 'self' else 'Account of %s (%s)' % (row['holder_name'], row['holder_email'])}}{{', not confirmed' if row['user_id'] and not row['holder_is_proven'] else ''}}</td>
        % end
      </tr>
      <tr>
        <th scope="row">Visits</th>
        % for side, row in sides:
        <td data-label="{{'First' if side == 'one' else 'Second'}}">{{row['past']}} past, {{row['ahead']}} upcoming</td>
        % end
      </tr>
    </tbody>
  </table>
  <div class="narrow">
    <h2 class="h5">What happens</h2>
    <ul>
      <li>All visits of both, with their history, belong to one record. Their times stay.</li>
      % if one['reference'] and other['reference'] and one['reference'] != other['reference']:
      <li>One number of the old system is lost. A file that is imported later and has that number adds the patient again.</li>
      % end
      % if unproven:
      <li><strong>An address of an account is not confirmed.</strong> Anybody can register with somebody else’s address. Ask the patient whether the account is theirs.</li>
      % end
      % if accounts and one['email'] != other['email']:
      <li>E-mail about visits goes to the address of the account{{', once it is confirmed' if unproven else ''}}.</li>
      % end
      % if fate == 'gets':
      <li>The account of <strong>{{one['holder_name'] or other['holder_name']}}</strong> sees all these visits, and can cancel and move them. Be sure that both records are the same person’s.</li>
      % elif fate == 'joins':
      <li>Both have an account. One account is kept. The other one is deleted, and whoever it books for moves to the kept one.</li>
      % elif fate == 'leaves' and kept:
      % loser = other if kept == 'one' else one
      <li>The patient stays with the account of <strong>{{(one if kept == 'one' else other)['holder_name']}}</strong>. The account of <strong>{{loser['holder_name']}}</strong> no longer books for the patient.</li>
      % elif fate == 'leaves':
      <li>Two accounts book for this patient. One of them no longer does.</li>
      % end
      <li>This cannot be undone.</li>
    </ul>
    % if is_open and not kept:
    <fieldset class="mb-3">
      <legend class="fs-6 fw-semibold">Which account is kept?</legend>
      % for side, row in sides:
      <div class="form-check">
        <input class="form-check-input" type="radio" id="{{'account' if side == 'one' else 'account-other'}}" name="account" value="{{side}}"
          % if form.get('account', 'one') == side:
          checked
          % end
        >
        <label class="form-check-label text-break" for="{{'account' if side == 'one' else 'account-other'}}">{{row['holder_name']}}, {{row['holder_email']}}{{'' if row['holder_is_proven'] else ', not confirmed'}}</label>
      </div>
      % end
    </fieldset>
    % end
    % if not may:
    <p class="fw-semibold">Two accounts are concerned. Only an admin can merge these records.</p>
    % end
    <div class="d-flex flex-wrap gap-3">
      % if is_open:
      <button class="btn btn-danger">Merge into one record</button>
      % end
      <a class="btn btn-outline-secondary" href="{{at}}">Leave both as they are</a>
    </div>
  </div>
</form>
<form class="mt-3" method="post" action="{{at}}/apart">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="with" value="{{other['patient_id']}}">
  <p class="mb-2">Two people with similar details?</p>
  <button class="btn btn-outline-secondary">These are two people</button>
</form>
