% # The fields of a service. Takes: people, rooms, and the form.
% include('parts/field.tpl', name='name', label='Name', longest=80, hint='Patients choose by it.')
<div class="row gx-3 align-items-end">
  <div class="col-sm-6">
    % include('parts/field.tpl', name='minutes', label='Length, in minutes', inputmode='numeric', longest=3, hint='Time with the patient: 5 to 480, in steps of 5.')
  </div>
  <div class="col-sm-6">
    % include('parts/field.tpl', name='pause_minutes', label='Pause after, in minutes', inputmode='numeric', longest=3, optional=True, hint='The member of staff and the room stay free: 0 to 120.')
  </div>
</div>
<div class="mb-3">
  <label class="form-label" for="how_to_prepare">How to prepare <span class="text-body-secondary fw-normal">(optional)</span></label>
  <div class="form-text" id="how_to_prepare-hint">Patients see it before they book and with their visit.</div>
  % if errors.get('how_to_prepare'):
  <div class="invalid-feedback d-block" id="how_to_prepare-error">{{errors['how_to_prepare']}}</div>
  % end
  <textarea class="form-control {{'is-invalid' if errors.get('how_to_prepare') else ''}}" id="how_to_prepare" name="how_to_prepare" rows="3" maxlength="500" aria-invalid="{{'true' if errors.get('how_to_prepare') else 'false'}}" aria-describedby="how_to_prepare-hint{{' how_to_prepare-error' if errors.get('how_to_prepare') else ''}}">{{form.get('how_to_prepare', '')}}</textarea>
</div>
% include('admin/parts/select.tpl', name='place', label='Where', options=list(places.items()), hint='Only a visit in a room takes one. For video, each member of staff writes a link into their profile.')
% include('admin/rooms/ticks.tpl', legend='Offered by', what='staff', key='staff_id', choices=people, empty='No staff can be booked yet.')
% include('admin/rooms/ticks.tpl', legend='Suitable rooms', what='room', key='room_id', choices=rooms, hint='For visits in a room of the clinic: they take one of these.', empty='There are no rooms yet.')
<div class="form-check mb-3">
  <input class="form-check-input" type="checkbox" id="shares_reasons" name="shares_reasons" aria-describedby="shares_reasons-hint"
    % if form.get('shares_reasons'):
    checked
    % end
  >
  <label class="form-check-label" for="shares_reasons">Share reasons among colleagues</label>
  <div class="form-text" id="shares_reasons-hint">Patients may write why they come. Only the member of staff they see, the front desk and admins read it. If you tick this, all staff who treat the patient read it too.</div>
</div>
% include('admin/parts/who_books.tpl', name='is_active', legend='Who can book it', choices=(('on', 'Patients online, and the desk', 'It stands on the booking page.'), ('desk', 'Only the desk', 'Patients do not see it when they book. They move and cancel their visits themselves.'), ('', 'Nobody', 'It is not offered. Visits already booked stay.')))
% own = any(form.get(name) or errors.get(name) for name in ('notice', 'horizon_days', 'cancel_deadline'))
<details class="mb-3" {{'open' if own else ''}}>
  <summary>Rules of its own: notice, days ahead, changes</summary>
  <p class="form-text">What is left empty is as the clinic’s <a href="/admin/settings">settings</a> say.</p>
  % include('admin/parts/length_field.tpl', name='notice', label='Notice', optional=True, hint='Patients book at least this long ahead. The clinic’s: ' + written.length(clinic.notice_minutes) + '.')
  % include('parts/field.tpl', name='horizon_days', label='Bookable days ahead', inputmode='numeric', longest=3, optional=True, hint=f'Patients book at most this many days ahead. The clinic’s: {clinic.horizon_days}.')
  % include('admin/parts/length_field.tpl', name='cancel_deadline', label='Cancel or move until', optional=True, hint='Patients change a visit online until this long before it. The clinic’s: ' + written.length(clinic.cancel_deadline_minutes) + '.')
</details>
