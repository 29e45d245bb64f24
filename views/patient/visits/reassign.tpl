% rebase('base.tpl', title='Reassign the visit')
<h1>Reassign the visit</h1>
% include('patient/visits/summary.tpl')
<form method="post" action="{{path}}" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="version" value="{{visit['version']}}">
  <div class="row g-4">
    <fieldset class="col-md-6" id="staff_id" tabindex="-1">
      <legend class="h5">Member of staff</legend>
      % if errors.get('staff_id'):
      <div class="invalid-feedback d-block">{{errors['staff_id']}}</div>
      % end
      % def state_of(person):
      %   if person['staff_id'] == visit['staff_id']:
      %     return 'now'
      %   end
      %   return 'has a visit then' if person['is_taken'] else 'away then' if person['is_away'] else 'not at work then' if not person['is_at_work'] else 'in a break then' if person['is_in_break'] else 'free then'
      % end
      % for person in sorted(people, key=lambda each: ('now', 'free then').index(state_of(each)) if state_of(each) in ('now', 'free then') else 2):
      % key, state = str(person['staff_id']), state_of(person)
      <div class="form-check">
        <input class="form-check-input" type="radio" name="staff_id" id="staff-{{key}}" value="{{key}}" {{'checked' if form.get('staff_id') == key else ''}}>
        <label class="form-check-label" for="staff-{{key}}">{{person['full_name']}} ·
          <span class="{{'fw-semibold' if state in ('now', 'free then') else 'text-body-secondary'}}">{{state}}</span>
        </label>
      </div>
      % end
      % if not people:
      <p>No other member of staff offers {{visit['service_name']}} at present.</p>
      % end
    </fieldset>
    % if visit['place'] == 'room':
    <fieldset class="col-md-6" id="room_id" tabindex="-1">
      <legend class="h5">Room</legend>
      % if errors.get('room_id'):
      <div class="invalid-feedback d-block">{{errors['room_id']}}</div>
      % end
      <div class="form-check">
        <input class="form-check-input" type="radio" name="room_id" id="room-0" value="0" {{'checked' if form.get('room_id') == '0' else ''}}>
        <label class="form-check-label" for="room-0">Any free room (usual first)</label>
      </div>
      % for room in rooms:
      % key = str(room['room_id'])
      <div class="form-check">
        <input class="form-check-input" type="radio" name="room_id" id="room-{{key}}" value="{{key}}" {{'checked' if form.get('room_id') == key else ''}}>
        <label class="form-check-label" for="room-{{key}}">{{room['name']}} ·
          <span class="{{'text-body-secondary' if room['is_taken'] else 'fw-semibold'}}">{{'now' if room['room_id'] == visit['room_id'] else 'taken then' if room['is_taken'] else 'free then'}}</span>
        </label>
      </div>
      % end
    </fieldset>
    % else:
    <input type="hidden" name="room_id" value="0">
    % end
  </div>
  <div class="narrow mt-3">
    % if warnings:
    % include('parts/overrule.tpl')
    % end
    % include('patient/visits/tell.tpl', about='Your visit was changed')
  </div>
  <div class="d-flex flex-wrap gap-2">
    <button class="btn btn-primary">Reassign the visit</button>
    <a class="btn btn-outline-secondary" href="/appointments/{{visit['appointment_id']}}">Do not reassign</a>
  </div>
</form>
<p class="mt-3 mb-0">Another time? <a href="/appointments/{{visit['appointment_id']}}/reschedule">Move the visit</a></p>
