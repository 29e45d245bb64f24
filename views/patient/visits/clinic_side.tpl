% # The patient, and the next steps, for those who work here. Takes: visit, contact, moves, why_no_undo, may_change.
% number = visit['appointment_id']
<section class="card card-body mb-4" aria-labelledby="patient">
  <h2 class="h5" id="patient">The patient</h2>
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
  <p class="mb-0"><a href="/staff/patients/{{visit['patient_id']}}">All visits of {{visit['patient_name']}}</a></p>
  % elif visit['status'] in ('booked', 'arrived', 'completed'):
  <p class="mb-0 text-body-secondary">You booked this visit yourself. Other visits of this patient open on the day after it has taken place.</p>
  % end
</section>
<section class="card card-body" aria-labelledby="next">
  <h2 class="h5" id="next">Next steps</h2>
  % for move in moves:
  <form class="step" method="post" action="/appointments/{{number}}/status">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="from_status" value="{{visit['status']}}">
    <input type="hidden" name="version" value="{{visit['version']}}">
    <button class="btn {{'btn-outline-secondary' if move['is_undo'] else 'btn-primary'}}" name="status" value="{{move['to_status']}}" aria-describedby="means-{{move['to_status']}}">{{move['action']}}</button>
    <span id="means-{{move['to_status']}}">{{move['meaning']}}</span>
  </form>
  % end
  % if why_no_undo and not errors:
  <p class="mb-0">{{why_no_undo}}</p>
  % end
  % if may_change == 'yes':
  <div class="step"><a class="btn btn-outline-primary" href="/appointments/{{number}}/reschedule">Move</a> <span>To another time.</span></div>
  % end
  % if visit['status'] in ('booked', 'arrived'):
  <div class="step"><a class="btn btn-outline-primary" href="/appointments/{{number}}/reassign">Reassign</a> <span>To another member of staff or another room.</span></div>
  % end
  % if may_change == 'yes':
  <div class="step"><a class="btn btn-outline-primary" href="/appointments/{{number}}/cancel">Cancel</a> <span>The visit will not take place. The time is free again.</span></div>
  % end
  % if visit['status'] == 'cancelled':
  <p class="mb-0">A cancelled visit stays cancelled. If the patient wants this time again, book a new visit.</p>
  % end
</section>
