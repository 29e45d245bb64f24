% # What the patient can do with a visit. Takes: visit, may_change.
<section class="card card-body" aria-labelledby="next">
  <h2 class="h5" id="next">What you can do</h2>
  <div class="d-grid gap-2">
    % if may_change == 'yes':
    <a class="btn btn-primary" href="/appointments/{{visit['appointment_id']}}/reschedule">Move to another time</a>
    <a class="btn btn-outline-secondary" href="/appointments/{{visit['appointment_id']}}/cancel">Cancel this visit</a>
    % end
    % if visit['status'] == 'booked' and may_change != 'no':
    <a class="btn btn-outline-secondary" href="/appointments/{{visit['appointment_id']}}/calendar.ics">Add to my calendar</a>
    % end
    % if may_change == 'no':
    <a class="btn btn-primary" href="/book/{{visit['staff_id']}}?service_id={{visit['service_id']}}">Book such a visit again</a>
    % end
  </div>
  % if may_change == 'yes':
  <p class="mt-3 mb-0 text-body-secondary">You can move or cancel it here until {{written.length(clinic['cancel_deadline_minutes'])}} before it begins\\
    % if clinic['phone']:
; after that please call <a class="text-nowrap" href="{{clinic['phone_link']}}">{{clinic['phone']}}</a>\\
    % end
.</p>
  % elif may_change == 'too_late':
  <p class="mt-3 mb-0">It is less than {{written.length(clinic['cancel_deadline_minutes'])}} until your visit. To move or cancel it now, please call us\\
    % if clinic['phone']:
: <a class="fw-semibold text-nowrap" href="{{clinic['phone_link']}}">{{clinic['phone']}}</a>\\
    % end
.</p>
  % elif visit['status'] == 'cancelled':
  <p class="mt-3 mb-0 text-body-secondary">This visit is cancelled, and its time is free for others.</p>
  % end
</section>
