% rebase('base.tpl', title='Record of ' + patient['full_name'])
% at = '/admin/patients/' + str(patient['patient_id'])
% of_staff = '/staff/patients/' + str(patient['patient_id'])
% roles = {'patient': 'Former staff', 'staff': 'Staff', 'admin': 'Admin'}
% relations = {'self': '', 'child': ' (for a child)', 'relative': ' (for a relative)'}
<p class="back mb-2"><a href="{{of_staff}}">All visits of {{patient['full_name']}}</a></p>
<h1>{{patient['full_name']}}</h1>
<div class="row g-4">
  <div class="col-lg-5">
    <section class="card card-body" aria-labelledby="details">
      <h2 class="h5" id="details">Details</h2>
      % if patient['forgotten_utc']:
      <p class="mb-0">This patient was forgotten on {{written.date(to_local(patient['forgotten_utc']))}}. Past visits still count in reports.</p>
      % else:
      <dl class="facts mb-0">
        <dt>Born</dt>
        <dd>{{written.date(patient['birth_date']) if patient['birth_date'] else 'not known'}}</dd>
        <dt>Phone</dt>
        <dd>{{patient['phone'] or patient['holder_phone'] or 'not known'}}</dd>
        <dt>E-mail</dt>
        <dd class="text-break">{{patient['holder_email'] or patient['email'] or 'not known'}}{{' (not confirmed)' if patient['user_id'] and not patient['holder_is_proven'] else ''}}</dd>
        <dt>Account</dt>
        <dd>
          % if patient['user_id']:
          <a href="/admin/users/{{patient['user_id']}}">{{patient['holder_name']}}</a>{{relations[patient['relation']]}}{{'' if patient['holder_is_active'] else ', deactivated'}}
          % else:
          <span>none</span>
          % end
        </dd>
        % if patient['reference']:
        <dt>Number in the old system</dt>
        <dd>{{patient['reference']}}</dd>
        % end
        <dt>Added</dt>
        <dd>{{written.date(to_local(patient['created_utc']))}}</dd>
      </dl>
      <div class="d-flex flex-wrap gap-2 mt-3 d-print-none">
        % if not patient['user_id']:
        <a class="btn btn-outline-secondary" href="{{of_staff}}/edit">Change details</a>
        % end
        <a class="btn btn-outline-secondary" href="{{at}}/forget">Forget this patient</a>
      </div>
      % end
    </section>
  </div>
  <div class="col-lg-7">
    <section aria-labelledby="views">
      <h2 class="h5" id="views">Who looked at this record</h2>
      <p>Each person is listed once a day, with the first time. Lists of many patients do not count.</p>
      % if views:
      <table class="table stack stack-inline">
        <thead><tr><th scope="col">Day</th><th scope="col">Who</th><th scope="col">Role</th><th scope="col">First at</th></tr></thead>
        <tbody>
          % for view in views:
          <tr>
            <th scope="row" class="text-md-nowrap">{{written.date(view['day'])}}</th>
            <td class="long" data-label="Who">
              % if view['user_id']:
              <a href="/admin/users/{{view['user_id']}}">{{view['full_name']}}</a>
              % else:
              <span>a deleted account</span>
              % end
            </td>
            <td data-label="Role">{{('Front desk' if view['is_desk'] and view['role'] == 'staff' else roles[view['role']]) if view['user_id'] else 'Former staff'}}</td>
            <td data-label="First at">{{written.time(to_local(view['first_utc']))}}</td>
          </tr>
          % end
        </tbody>
      </table>
      % include('parts/paging.tpl', of='who looked')
      % else:
      <p>Nobody has looked at this record yet.</p>
      % end
    </section>
    <section class="mt-4" aria-labelledby="acts">
      <h2 class="h5" id="acts">What was done to this record</h2>
      % if acts:
      <ol class="lines list-unstyled mb-0">
        % for act in acts:
        <li>
          <strong>{{act['action'].capitalize()}}</strong>
          by {{act['full_name'] or 'the program or a deleted account'}},
          <span class="text-nowrap">{{written.moment(to_local(act['at_utc']))}}</span>
          % if act['details']:
          <br><span class="keep-lines">{{written.noted(act['details'])}}</span>
          % end
        </li>
        % end
      </ol>
      % else:
      <p>Nothing was changed.</p>
      % end
      % if has_more_acts:
      <p class="mt-2"><a href="/admin/audit?subject=patients&amp;subject_id={{patient['patient_id']}}">All entries in the audit</a></p>
      % end
    </section>
  </div>
</div>
