% # Reassign and cancel several visits? Takes: visits (patient_name, phone, email, starts_at, version; to: who takes it, or
% # None where it is cancelled), back (a page; None: a button), kept.
% cancelled = [visit for visit in visits if not visit['to']]
% given = len(visits) - len(cancelled)
% def some(count):
%   return '%d %s' % (count, 'visit' if count == 1 else 'visits')
% end
% told = [visit for visit in visits if visit['email']] if mail_is_on else []
% to_call = [visit for visit in visits if visit not in told]
% def people(listed):
%   return len({(visit['patient_name'], visit['phone'], visit['email']) for visit in listed})
% end
% act = ' and '.join(part for part in ('reassign ' + some(given) if given else '', 'cancel ' + some(len(cancelled)) if cancelled else '') if part).capitalize()
% rebase('base.tpl', title=act + '?')
<h1>{{act}}?</h1>
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
      % if given:
      <span class="d-block">{{'Goes to ' + visit['to'] if visit['to'] else 'Will be cancelled'}}</span>
      % end
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
  <p class="fw-semibold">This clinic sends no e-mail. Please call {{{1: 'the patient', 2: 'both patients'}.get(people(visits), 'all %d patients' % people(visits))}}.</p>
  % else:
  <p class="fw-semibold">{{people(told) or 'No'}} {{'patient gets' if people(told) < 2 else 'patients get'}} an e-mail. {{'Please call %d.' % people(to_call) if to_call else 'You need to call nobody.'}}</p>
  % end
  % if to_call:
  <p>Whom you must call is then on the list of patients to call, until you tick them off.</p>
  % end
  % if told:
  <div class="form-check mb-3">
    <input class="form-check-input" type="checkbox" id="tell_patients" name="tell_patients" value="yes" {{'checked' if form.get('tell_patients') else ''}} aria-describedby="tell_patients-hint">
    <label class="form-check-label" for="tell_patients">Send the e-mail “Your visit {{'is cancelled' if not given else 'was changed' if not cancelled else 'was changed” or “Your visit is cancelled'}}”</label>
    <div class="form-text" id="tell_patients-hint">Without it, you must call them all.</div>
  </div>
  % end
  % if cancelled:
  % include('parts/field.tpl', name='cancel_reason', label='Reason for cancelling', longest=500, optional=True, hint='The patients see it with their visit and in the e-mail.')
  % end
  <div class="d-grid d-sm-flex gap-2">
    <button class="btn {{'btn-primary' if given else 'btn-danger'}}">{{act}}</button>
    % if back:
    <a class="btn btn-outline-secondary" href="{{back}}">Keep {{'it' if len(visits) == 1 else 'them'}}</a>
    % else:
    <button class="btn btn-outline-secondary" name="back" value="yes">Back</button>
    % end
  </div>
</form>
