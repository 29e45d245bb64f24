% rebase('base.tpl', title='Visits to rearrange: ' + person['full_name'])
% whose = '?staff_id=%d' % person['staff_id']
<p class="back mb-2 d-print-none"><a href="/staff/hours{{whose}}">Hours of {{person['full_name']}}</a></p>
<h1>Visits to rearrange <span class="d-block h5 text-body-secondary mt-1">{{person['full_name']}}</span></h1>
% include('staff/not_fitting/lost.tpl', lost=lost)
% include('staff/calls/notice.tpl', calls=calls)
% if not visits:
<p>Nothing is left to decide: all upcoming visits fit {{person['full_name']}}'s working hours.</p>
<p><a href="/staff">Today</a> · <a href="/staff/hours{{whose}}">Hours of {{person['full_name']}}</a></p>
% else:
<p class="mb-2">These visits stay as they are until you decide. For each, choose who takes it at the same time.</p>
% alone = sum(not visit['colleagues'] for visit in visits)
% if not takers:
<p class="mb-2">No colleague is free at these times. You can move each visit to another time, or cancel it.</p>
% end
% if takers or alone:
<p class="proposals d-print-none">Fill in:
  % if takers:
  <a href="/staff/hours/visits{{whose}}" aria-current="{{'false' if asked or otherwise == 'cancel' else 'true'}}">Who has the fewest visits</a>
  % end
  % for (staff_id, name), count in takers:
  <a href="/staff/hours/visits{{whose}}&amp;to_staff_id={{staff_id}}" aria-current="{{'true' if asked == staff_id else 'false'}}">{{name}}, free for {{count}} of {{len(visits)}}</a>
  % end
  % if alone:
  <a href="/staff/hours/visits{{whose}}&amp;otherwise=cancel" aria-current="{{'true' if otherwise == 'cancel' else 'false'}}">Cancel {{alone}} that nobody can take</a>
  % end
</p>
% end
% if len(visits) == most_shown:
<p>These are the first {{most_shown}}. You see the others when these are done.</p>
% end
<form method="post" action="/staff/hours/visits/apply" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
  % if errors.get('visits'):
  <div class="invalid-feedback d-block" id="visits-error">{{errors['visits']}}</div>
  % end
  <table class="table stack decide" id="visits" tabindex="-1">
    <caption class="visually-hidden">Visits, and what becomes of each</caption>
    <thead><tr><th scope="col">Visit</th><th scope="col">Who takes it</th><th scope="col">Or</th></tr></thead>
    <tbody>
      % for visit in visits:
      % include('staff/not_fitting/row.tpl', visit=visit, person=person)
      % end
    </tbody>
  </table>
  <div class="bar">
    <p class="mb-0">The next page shows {{'who gets an e-mail and whom you must call' if mail_is_on else 'whom you must call'}}. Nothing changes before that.</p>
    <button class="btn btn-primary">Continue</button>
  </div>
</form>
% end
