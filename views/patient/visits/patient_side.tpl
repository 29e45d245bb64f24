% # What the patient can do with a visit. Takes: visit, may_change, last_change (local); is_new (just booked).
<section class="card card-body" aria-labelledby="next">
  <h2 class="h5" id="next">What you can do</h2>
  <div class="d-grid gap-2">
    % if may_change == 'too_late' and clinic.phone:
    <p class="mb-0">It's less than {{written.span(visit['cancel_deadline_minutes'])}} away. To move or cancel it, please call us:</p>
    <a class="btn btn-primary text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>
    % end
    % if may_change == 'yes':
    <a class="btn btn-primary" href="/appointments/{{visit['appointment_id']}}/reschedule">Move to another time</a>
    <a class="btn btn-outline-secondary" href="/appointments/{{visit['appointment_id']}}/cancel">Cancel this visit</a>
    % end
    % if visit['status'] == 'booked' and may_change != 'no' and not get('is_new'):
    <a class="btn btn-outline-secondary" href="/appointments/{{visit['appointment_id']}}/calendar.ics">Add to my calendar</a>
    % end
    % if may_change == 'no' and visit['is_online']:
    <a class="btn btn-primary" href="/book/{{visit['staff_id']}}?service_id={{visit['service_id']}}&amp;patient_id={{visit['patient_id']}}">Book again\\
      % if visit['relation'] != 'self':
 for <bdi>{{visit['patient_name']}}</bdi>\\
      % end
</a>
    % end
  </div>
  % if may_change == 'yes':
  <p class="mt-3 mb-0 text-body-secondary">You can move or cancel it here until {{written.moment(last_change)}}\\
    % if clinic.phone:
; after that please call <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>\\
    % end
.</p>
  % elif may_change == 'too_late' and not clinic.phone:
  <p class="mt-3 mb-0">It's less than {{written.span(visit['cancel_deadline_minutes'])}} away. To move or cancel it, please ask at the front desk.</p>
  % end
</section>
