% rebase('base.tpl', title=('Booked: ' if get('is_new') else 'Visit on ') + written.moment(visit['starts_at']))
% number = visit['appointment_id']
% relations = {'self': '', 'child': 'your child', 'relative': 'your relative'}
<p class="back mb-2">
  % if not is_clinic:
  <a href="/appointments">My appointments</a>
  % elif visitor.role == 'admin':
  <a href="/admin/appointments">All appointments</a>
  % else:
  <a href="/staff?day={{visit['starts_at'].date()}}">Back to the day</a>
  % end
</p>
% if get('is_new'):
% include('patient/visits/booked.tpl')
% elif is_clinic:
<h1 class="h1-day">{{written.day(visit['starts_at'])}}, <span class="text-nowrap">{{written.time(visit['starts_at'])}}</span></h1>
<p>
  % include('staff/day/state.tpl')
</p>
% else:
<h1>{{written.day(visit['starts_at'])}}, <span class="text-nowrap">{{written.time(visit['starts_at'])}}</span></h1>
<p><span class="status status-{{visit['status']}}">{{visit['status_label']}}</span></p>
% end
<div class="row g-4">
  <div class="col-lg-7">
    <section class="card card-body {{'' if is_clinic else 'h-100'}}" aria-labelledby="visit">
      <h2 class="h5" id="visit">The visit</h2>
      <dl class="facts mb-0">
        <dt>When</dt>
        <dd>{{written.day(visit['starts_at'])}}<br>{{written.time(visit['starts_at'])}} to {{written.time(visit['ends_at'])}}</dd>
        <dt>With</dt>
        <dd>{{visit['staff_name']}}
          % if visit['specialization']:
          <br><span class="text-body-secondary">{{visit['specialization']}}</span>
          % end
        </dd>
        <dt>Where</dt>
        <dd>
          % include('patient/visits/where.tpl')
        </dd>
        % if not is_clinic:
        <dt>For</dt>
        <dd>{{visit['patient_name']}}
          % if relations[visit['relation']]:
          <span class="text-body-secondary">({{relations[visit['relation']]}})</span>
          % end
        </dd>
        % end
        <dt>What</dt>
        <dd>{{visit['service_name']}}</dd>
        % if visit['how_to_prepare'] and visit['status'] == 'booked':
        <dt>How to prepare</dt>
        <dd class="keep-lines">{{visit['how_to_prepare']}}</dd>
        % end
        % if visit['reason']:
        <dt>Reason</dt>
        <dd class="keep-lines">{{visit['reason']}}</dd>
        % end
        % if visit['cancel_reason']:
        <dt>Cancelled because</dt>
        <dd class="keep-lines">{{visit['cancel_reason']}}</dd>
        % end
      </dl>
    </section>
    % if is_clinic:
    % include('patient/visits/note.tpl')
    % end
  </div>
  <div class="col-lg-5 {{'order-first order-lg-last' if is_clinic else ''}}">
    % include('patient/visits/clinic_side.tpl' if is_clinic else 'patient/visits/patient_side.tpl')
  </div>
</div>
% if is_clinic:
% include('patient/visits/mail.tpl')
<section class="mt-4" aria-labelledby="history">
  <h2 class="h5" id="history">History</h2>
  <ol class="lines list-unstyled mb-0">
    % for entry in history:
    <li>
      <strong>
        % if entry['action'] == 'status':
        {{entry['to_label'] if entry['to_status'] == 'cancelled' else entry['move'] or entry['to_label']}}\\
        % else:
        {{entry['action'].capitalize()}}\\
        % end
</strong>
      by {{entry['author'] or ('the patient' if entry['by_link'] else 'the program or a closed account')}}{{', with the link in the e-mail' if entry['by_link'] else ''}},
      <span class="text-nowrap">{{written.moment(to_local(entry['at_utc']))}}</span>
      % if entry['details']:
      <br><span class="keep-lines">{{written.noted(entry['details'])}}</span>
      % end
      % if entry['overruled']:
      <br>Overridden: {{entry['overruled']}}
      % end
    </li>
    % end
    % if not history:
    <li>There is no history. This visit comes from an older system.</li>
    % end
  </ol>
</section>
% end
