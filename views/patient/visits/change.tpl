% rebase('base.tpl', title='Change the visit')
<h1>Change the visit</h1>
<p>{{written.day(visit['starts_at'])}}, {{written.time(visit['starts_at'])}}, <bdi>{{visit['patient_name']}}</bdi> with {{visit['staff_name']}}. The day, the time and the member of staff stay.</p>
<form class="card card-body narrow" method="post" action="{{path}}" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="version" value="{{visit['version']}}">
  <div class="mb-3">
    <label class="form-label" for="service_id">Service</label>
    % if errors.get('service_id'):
    <div class="invalid-feedback d-block" id="service_id-error">{{errors['service_id']}}</div>
    % end
    <select class="form-select {{'is-invalid' if errors.get('service_id') else ''}}" id="service_id" name="service_id">
      % if not any(each['service_id'] == visit['service_id'] for each in services):
      <option value="{{visit['service_id']}}" {{'selected' if form.get('service_id') == str(visit['service_id']) else ''}}>{{visit['service_name']}} (as booked)</option>
      % end
      % for each in services:
      <option value="{{each['service_id']}}" {{'selected' if form.get('service_id') == str(each['service_id']) else ''}}>{{each['name']}}, {{written.length(each['minutes'])}}</option>
      % end
    </select>
  </div>
  % include('parts/minutes.tpl', usual=visit['service_minutes'], hint='Another service brings its own length, unless you change this too.')
  <div class="mb-3">
    <label class="form-label" for="room_id">Room</label>
    % if errors.get('room_id'):
    <div class="invalid-feedback d-block" id="room_id-error">{{errors['room_id']}}</div>
    % end
    <select class="form-select {{'is-invalid' if errors.get('room_id') else ''}}" id="room_id" name="room_id">
      <option value="0">Any free room (usual first)</option>
      % for room in rooms:
      <option value="{{room['room_id']}}" {{'selected' if form.get('room_id') == str(room['room_id']) else ''}}>{{room['name']}}{{'' if room['room_id'] == visit['room_id'] or not room['is_taken'] else ', taken then'}}</option>
      % end
    </select>
  </div>
  <div class="mb-3">
    <label class="form-label" for="reason">Reason for the visit <span class="text-body-secondary fw-normal">(optional)</span></label>
    <div class="form-text" id="reason-hint">The patient sees it too.</div>
    % if errors.get('reason'):
    <div class="invalid-feedback d-block" id="reason-error">{{errors['reason']}}</div>
    % end
    <textarea class="form-control" id="reason" name="reason" rows="3" maxlength="500" aria-describedby="reason-hint">{{form.get('reason', '')}}</textarea>
  </div>
  % if warnings:
  % include('parts/overrule.tpl')
  % end
  % include('patient/visits/tell.tpl', about='Your visit was changed', beside=' A new reason alone is not e-mailed.')
  <div class="d-grid d-sm-flex gap-2">
    <button class="btn btn-primary">Save the changes</button>
    <a class="btn btn-outline-secondary" href="/appointments/{{visit['appointment_id']}}">Keep it as it is</a>
  </div>
</form>
<p class="mt-3 mb-0">Another time? <a href="/appointments/{{visit['appointment_id']}}/reschedule">Move the visit</a>. Another member of staff? <a href="/appointments/{{visit['appointment_id']}}/reassign">Reassign it</a>.</p>
