% # The patient, and the next steps, for those who work here. Takes: visit, contact, moves, why_no_undo, may_change, late_by.
% number = visit['appointment_id']
% first = next((move for move in moves if not move['is_undo']), None)
<section class="card card-body mb-4" aria-labelledby="patient">
  <h2 class="h5" id="patient">The patient</h2>
  % include('parts/alert.tpl', alert=visit['alert'])
  <p class="mb-1 fw-semibold"><bdi>{{visit['patient_name']}}</bdi>\\
    % if contact['age'] is not None:
, {{contact['age']}} years\\
    % end
</p>
  % if contact['birth_date']:
  <p class="mb-1">Born {{written.date(contact['birth_date'])}}</p>
  % end
  % if contact['holder_name']:
  <p class="mb-1">Booked through the account of {{contact['holder_name']}}</p>
  % end
  <p class="mb-1">
    % if contact['phone']:
    <a href="{{contact['phone_link']}}">{{contact['phone']}}</a>
    % else:
    No phone number is known.
    % end
  </p>
  % if contact['unproven_email']:
  <p class="mb-1"><span class="text-break">{{contact['unproven_email']}}</span> (not confirmed)</p>
  % end
  % if contact['email']:
  <p class="mb-1"><a class="text-break" href="mailto:{{contact['email']}}">{{contact['email']}}</a></p>
  % end
  % if contact['is_treated']:
  <p class="mb-1"><a href="/staff/patients/{{visit['patient_id']}}">All visits of {{visit['patient_name']}}</a></p>
  <p class="mb-0"><a href="/staff/patients/{{visit['patient_id']}}#alert-text">{{'Change the alert' if visit['alert'] else 'Add an alert'}}</a></p>
  % elif visit['status'] in ('booked', 'arrived', 'completed'):
  <p class="mb-0 text-body-secondary">You booked this visit yourself. Other visits of this patient open on the day after it has taken place.</p>
  % end
</section>
<section class="card card-body mb-4" aria-labelledby="next">
  <h2 class="h5" id="next">Next steps</h2>
  % for move in moves:
  <form class="step {{'step-tell' if visit['status'] == 'cancelled' else ''}}" method="post" action="/appointments/{{number}}/status">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="from_status" value="{{visit['status']}}">
    <input type="hidden" name="version" value="{{visit['version']}}">
    % if visit['status'] == 'cancelled':
    <div>
      % include('patient/visits/tell.tpl', about='Your visit is booked')
    </div>
    % end
    <button class="btn {{'btn-primary' if move is first else 'btn-outline-secondary'}}" name="status" value="{{move['to_status']}}" aria-describedby="means-{{move['to_status']}}">{{move['action']}}</button>
    <span id="means-{{move['to_status']}}">{{move['meaning']}}</span>
  </form>
  % end
  % if why_no_undo and not errors:
  <p class="mb-2">{{why_no_undo}}</p>
  % end
  % if visit['status'] == 'booked':
  <form class="step step-late" method="post" action="/appointments/{{number}}/late">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % if errors.get('late_minutes'):
    <div class="invalid-feedback d-block" id="late_minutes-error">{{errors['late_minutes']}}</div>
    % end
    <label for="late_minutes">Late by</label>
    % chosen = visit['late_minutes']
    <select class="form-select {{'is-invalid' if errors.get('late_minutes') else ''}}" id="late_minutes" name="late_minutes">
      <option value="">not late</option>
      % for minutes in sorted({*late_by, chosen} - {None}):
      <option value="{{minutes}}" {{'selected' if minutes == chosen else ''}}>{{minutes}} min</option>
      % end
    </select>
    <button class="btn btn-outline-secondary btn-short">Save<span class="visually-hidden"> how late the patient will be</span></button>
  </form>
  % end
  % if may_change == 'yes':
  <div class="step"><a class="btn btn-outline-secondary" href="/appointments/{{number}}/reschedule">Move</a> <span>To another time.</span></div>
  % end
  % if visit['status'] in ('booked', 'arrived'):
  <div class="step"><a class="btn btn-outline-secondary" href="/appointments/{{number}}/change">Change</a> <span>Service, length, room or reason.</span></div>
  <div class="step"><a class="btn btn-outline-secondary" href="/appointments/{{number}}/reassign">Reassign</a> <span>To another member of staff or another room.</span></div>
  % end
  % if may_change == 'yes':
  <div class="step"><a class="btn btn-outline-secondary" href="/appointments/{{number}}/cancel">Cancel</a> <span>The visit will not take place. The time is free again.</span></div>
  % end
  % if visit['status'] == 'cancelled' and not visit['is_forgotten']:
  <div class="step"><a class="btn btn-outline-secondary" href="/staff/book?patient_id={{visit['patient_id']}}&amp;service_id={{visit['service_id']}}&amp;staff_id={{visit['staff_id']}}&amp;day={{visit['starts_at'].date()}}">Book a new visit</a> <span>Where this time is taken, or another suits better.</span></div>
  % end
</section>
