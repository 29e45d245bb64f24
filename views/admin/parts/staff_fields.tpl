% # How a member of staff can be booked, and whether they are the front desk. Takes: services, rooms, and the form.
% include('parts/field.tpl', name='specialization', label='Specialization', longest=80, optional=True, hint='Such as General practice. Patients choose by it.')
% include('admin/parts/select.tpl', name='slot_minutes', label='Visits start every', options=[(minutes, f'{minutes} minutes') for minutes in range(5, 61, 5)])
% include('admin/parts/select.tpl', name='usual_room_id', label='Usual room', empty='No usual room', options=[(room['room_id'], room['name']) for room in rooms], hint='Booked first when it is free.')
<fieldset class="mb-3">
  <legend class="form-label fs-6">Services offered</legend>
  % for service in services:
  <div class="form-check">
    <input class="form-check-input" type="checkbox" id="service_{{service['service_id']}}" name="service_{{service['service_id']}}"
      % if service['is_offered']:
      checked
      % end
    >
    <label class="form-check-label" for="service_{{service['service_id']}}">{{service['name']}} ({{written.length(service['minutes'])}})</label>
  </div>
  % end
  % if not services:
  <p class="mb-0">There are no services yet.</p>
  % end
</fieldset>
% include('admin/parts/who_books.tpl', name='is_bookable', legend='Who can book visits with them', choices=(('on', 'Patients online, and the desk', 'They stand on the booking page.'), ('desk', 'Only the desk', 'Patients do not see them when they book. They move and cancel their visits themselves.'), ('', 'Nobody', 'Such as during parental leave. They still see their own visits.')))
% include('parts/field.tpl', name='video_link', label='Video link', type='url', longest=300, autocomplete='off', optional=True, hint='Where patients meet them by video, such as https://meet.example.com/their-room.')
<div class="form-check mb-3">
  <input class="form-check-input" type="checkbox" id="is_desk" name="is_desk" aria-describedby="is_desk-hint"
    % if form.get('is_desk'):
    checked
    % end
  >
  <label class="form-check-label" for="is_desk">Front desk: sees and books everybody's visits</label>
  <div class="form-text" id="is_desk-hint">They also open every patient and change everybody's hours.</div>
</div>
