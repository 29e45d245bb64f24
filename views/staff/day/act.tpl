% # What can be done with a visit: one large button, the rest under More. Takes: line, told, steps (moves), late_by, back.
% number, forward = line['appointment_id'], [step for step in steps if not step['is_undo']]
% first, rest = (forward[0], steps[1:]) if forward else (None, steps)
<form class="visit-act d-print-none" method="post" action="/appointments/{{number}}/status">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="from_status" value="{{line['status']}}">
  <input type="hidden" name="version" value="{{line['version']}}">
  <input type="hidden" name="next" value="{{back}}">
  % if first:
  <button class="btn {{'btn-outline-primary' if get('is_later') else 'btn-primary'}}" name="status" value="{{first['to_status']}}">{{first['action']}}<span class="visually-hidden">: {{told}}</span></button>
  % end
  <details class="more" name="more">
    <summary class="btn btn-outline-secondary">More<span class="visually-hidden">: {{told}}</span></summary>
    <div class="more-panel">
      % for step in rest:
      <button class="btn btn-outline-secondary" name="status" value="{{step['to_status']}}">{{step['action']}}<span class="visually-hidden">: {{told}}</span></button>
      % end
      % if line['status'] == 'booked':
      <div class="more-late">
        <label for="late-{{number}}">Late by<span class="visually-hidden">: {{told}}</span></label>
        <select class="form-select" id="late-{{number}}" name="late_minutes">
          <option value="">not late</option>
          % for minutes in late_by if line['late_minutes'] in (None, *late_by) else sorted({*late_by, line['late_minutes']}):
          <option value="{{minutes}}" {{'selected' if minutes == line['late_minutes'] else ''}}>{{minutes}} min</option>
          % end
        </select>
        <button class="btn btn-outline-secondary" formaction="/appointments/{{number}}/late">Save<span class="visually-hidden"> how late: {{told}}</span></button>
      </div>
      <a href="/appointments/{{number}}/change">Change<span class="visually-hidden">: {{told}}</span></a>
      <a href="/appointments/{{number}}/reschedule">Move<span class="visually-hidden">: {{told}}</span></a>
      % end
      % if line['status'] in ('booked', 'arrived'):
      <a href="/appointments/{{number}}/reassign">Reassign<span class="visually-hidden">: {{told}}</span></a>
      % end
      % if line['status'] == 'booked':
      <a href="/appointments/{{number}}/cancel">Cancel<span class="visually-hidden">: {{told}}</span></a>
      % elif line['status'] == 'cancelled':
      <a href="/appointments/{{number}}#next">Undo cancellation<span class="visually-hidden">: {{told}}</span></a>
      % end
      <a href="/appointments/{{number}}#note">Note<span class="visually-hidden">: {{told}}</span></a>
    </div>
  </details>
</form>
