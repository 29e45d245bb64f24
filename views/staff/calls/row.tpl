% # A patient to call: who, what to say, what next. Takes: call (a row of calls/list_needed), phone_link, urlencode.
% was = written.moment(call['was_at'] or call['starts_at'])
<tr id="call-{{call['appointment_id']}}">
  <th scope="row"><div>
    <span class="paper-box" aria-hidden="true">☐</span> <a href="/staff/patients/{{call['patient_id']}}"><bdi>{{call['patient_name']}}</bdi></a>
    % if call['phone']:
    <a class="d-block fs-5 text-nowrap" href="{{phone_link(call['phone'])}}">{{call['phone']}}</a>
    % else:
    <span class="d-block fw-normal">no phone number</span>
    % end
  </div></th>
  <td data-label="What to say"><div>
    % if call['status'] == 'cancelled':
    <strong>Cancelled:</strong> {{was}}, {{call['service_name']}}{{' with ' + call['was_with'] if call['was_with'] else ''}}
    % elif not call['was_at']:
    <strong>{{was}} stands again</strong>
    <span class="d-block text-body-secondary">was cancelled, {{call['service_name']}} with {{call['staff_name']}}</span>
    % elif call['starts_at'] == call['was_at']:
    <strong>{{was}}, now with {{call['staff_name']}}</strong>
    <span class="d-block text-body-secondary">{{'was with ' + call['was_with'] + ', ' if call['was_with'] else ''}}{{call['service_name']}}</span>
    % else:
    <strong>Now {{written.moment(call['starts_at'])}} with {{call['staff_name']}}</strong>
    <span class="d-block text-body-secondary">was {{was}}{{' with ' + call['was_with'] if call['was_with'] else ''}}, {{call['service_name']}}</span>
    % end
  </div></td>
  <td class="d-print-none" data-label="Next"><div class="choices">
    <form method="post" action="/staff/calls/{{call['appointment_id']}}/done">
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <input type="hidden" name="created_utc" value="{{call['created_utc'].strftime('%Y-%m-%dT%H:%M:%S')}}">
      <button class="btn btn-primary">Done<span class="visually-hidden">: {{call['patient_name']}}, {{was}}</span></button>
    </form>
    % if call['status'] == 'cancelled':
    <a class="btn btn-outline-secondary" href="/staff/book?{{urlencode({'patient_id': call['patient_id'], 'service_id': call['service_id']})}}">Book a new time<span class="visually-hidden"> for {{call['patient_name']}}</span></a>
    % else:
    <a class="btn btn-outline-secondary" href="/appointments/{{call['appointment_id']}}">Open the visit<span class="visually-hidden"> of {{call['patient_name']}}</span></a>
    % end
  </div></td>
</tr>
