% # Cancel several visits? Takes: visits (patient_name, phone, email, starts_at, version), back, kept.
% count = len(visits)
% told = [visit for visit in visits if visit['email']] if mail_is_on else []
% to_call = [visit for visit in visits if visit not in told]
% def people(listed):
%   return len({(visit['patient_name'], visit['phone'], visit['email']) for visit in listed})
% end
% heading = 'Cancel %d %s?' % (count, 'visit' if count == 1 else 'visits')
% rebase('base.tpl', title=heading)
<h1>{{heading}}</h1>
<p>This cannot be undone.</p>
<form class="card card-body narrow" method="post" action="{{path}}" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="confirmed" value="yes">
  % for kept_name, kept_value in kept.items():
  <input type="hidden" name="{{kept_name}}" value="{{kept_value}}">
  % end
  <ul class="list-unstyled divided">
    % for visit in visits:
    <li><input type="hidden" name="visit_{{visit['appointment_id']}}" value="{{visit['version']}}">
      <strong>{{written.moment(visit['starts_at'])}}, <bdi>{{visit['patient_name']}}</bdi></strong>
      <span class="d-block">
        % if visit in to_call:
        <span class="badge text-bg-warning">Call</span> {{visit['phone'] or 'No phone number'}}
        % else:
        E-mail to <span class="text-break">{{visit['email']}}</span>
        % end
      </span>
    </li>
    % end
  </ul>
  % if not mail_is_on:
  <p class="fw-semibold">This clinic sends no e-mail. Please call {{'the patient' if people(visits) == 1 else 'all %d patients' % people(visits)}}.</p>
  % else:
  <p class="fw-semibold">{{people(told) or 'No'}} {{'patient gets' if people(told) < 2 else 'patients get'}} an e-mail. {{'Please call %d.' % people(to_call) if to_call else 'You need to call nobody.'}}</p>
  % end
  % if told:
  <div class="form-check mb-3">
    <input class="form-check-input" type="checkbox" id="tell_patients" name="tell_patients" value="yes" {{'checked' if form.get('tell_patients') else ''}} aria-describedby="tell_patients-hint">
    <label class="form-check-label" for="tell_patients">Send the e-mail “Your visit is cancelled”</label>
    <div class="form-text" id="tell_patients-hint">Without it, you must call them all.</div>
  </div>
  % end
  % include('parts/field.tpl', name='cancel_reason', label='Reason for cancelling', longest=500, optional=True, hint='The patients see it with their visit and in the e-mail.')
  <div class="d-grid d-sm-flex gap-2">
    <button class="btn btn-danger">Cancel {{count}} {{'visit' if count == 1 else 'visits'}}</button>
    <a class="btn btn-outline-secondary" href="{{back}}">Keep {{'it' if count == 1 else 'them'}}</a>
  </div>
</form>
