% rebase('base.tpl', title='Book for ' + patient['full_name'])
% from urllib.parse import urlencode
% wish = {'patient_id': patient['patient_id'], 'service_id': wanted.service_id}
% back = {**wish, **({} if wanted.is_walk_in else {'staff_id': wanted.staff_id}), 'day': wanted.starts_at.date()}
<h1>{{'Nobody is free right now' if is_nobody_free else 'This cannot be booked' if blocks else 'Walk-in' if wanted.is_walk_in else 'Book this visit'}}</h1>
<div class="row g-4">
  <div class="{{'col-lg-8' if is_nobody_free else 'col-lg-7'}}">
    % if is_nobody_free:
    <p id="starts_at">{{names['service_name']}}, {{written.length(names['minutes'])}}. These are at work now:</p>
    % else:
    <section class="card card-body mb-4" id="starts_at" aria-label="The visit">
      <p class="h5 mb-1">{{written.day(starts_at)}}, {{written.time(starts_at)}}–{{written.time(ends_at)}}</p>
      <p class="mb-0">{{names['service_name']}} with {{names['staff_name']}}{{{'room': '', 'phone': ', by telephone', 'video': ', by video', 'home': ', at the patient’s home'}[names['place']]}}</p>
      % for each in hints:
      <p class="mb-0 text-body-secondary">Rule for patients: {{each['sentence']}}</p>
      % end
    </section>
    % end
    % if blocks and not is_nobody_free:
    <section class="alert alert-danger" aria-labelledby="blocks">
      <h2 class="h6" id="blocks">Reasons</h2>
      <ul class="mb-0">
        % for each in blocks:
        <li>{{each['sentence']}}\\
          % if each['appointment_id']:
 <a class="alert-link" href="/appointments/{{each['appointment_id']}}">Open that visit</a>\\
          % end
</li>
        % end
      </ul>
    </section>
    % end
    % if at_work and (blocks or is_nobody_free):
    % include('staff/desk/at_work.tpl', wish=wish)
    % elif near and blocks:
    % include('staff/desk/near.tpl', wish=wish)
    % elif blocks:
    <p>No other time is free on this day.</p>
    % end
    % if blocks or is_nobody_free:
    <p><a class="btn btn-outline-secondary" href="/staff/book?{{urlencode(back)}}">Choose another time</a></p>
    % else:
    <form class="card card-body" method="post" action="/staff/book" novalidate>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <input type="hidden" name="request_key" value="{{form['request_key']}}">
      <input type="hidden" name="patient_id" value="{{patient['patient_id']}}">
      <input type="hidden" name="service_id" value="{{wanted.service_id}}">
      <input type="hidden" name="staff_id" value="{{wanted.staff_id}}">
      % if wanted.is_walk_in:
      <input type="hidden" name="walk_in" value="yes">
      <p>The visit starts now. The patient is marked as arrived.</p>
      % else:
      <input type="hidden" name="starts_at" value="{{starts_at.strftime('%Y-%m-%dT%H:%M')}}">
      % end
      % if warnings:
      % include('parts/overrule.tpl')
      % end
      % include('parts/minutes.tpl', usual=names['minutes'])
      <div class="mb-3">
        <label class="form-label" for="reason">Reason for the visit <span class="text-body-secondary fw-normal">(optional)</span></label>
        % if errors.get('reason'):
        <div class="invalid-feedback d-block" id="reason-error">{{errors['reason']}}</div>
        % end
        <textarea class="form-control" id="reason" name="reason" rows="2" maxlength="500">{{form.get('reason', '')}}</textarea>
      </div>
      % if names['place'] == 'room':
      <div class="mb-3">
        <label class="form-label" for="room_id">Room</label>
        % if errors.get('room_id'):
        <div class="invalid-feedback d-block" id="room_id-error">{{errors['room_id']}}</div>
        % end
        <select class="form-select" id="room_id" name="room_id">
          <option value="">Any free room (usual first)</option>
          % for room in rooms:
          <option value="{{room['room_id']}}"
            % if str(room['room_id']) == form.get('room_id'):
            selected
            % end
            % if room['taken_from']:
            disabled
            % end
          >{{room['name']}}{{', taken %s–%s' % (written.time(room['taken_from']), written.time(room['taken_until'])) if room['taken_from'] else ''}}</option>
          % end
        </select>
      </div>
      % end
      % if patient['email'] and mail_is_on:
      <div class="form-check mb-3">
        <input class="form-check-input" type="checkbox" id="tell_patient" name="tell_patient" value="on"
          % if form.get('tell_patient'):
          checked
          % end
        >
        <label class="form-check-label" for="tell_patient">Tell the patient: mail with day, time, person and a calendar file to <span class="text-break">{{patient['email']}}</span>{{'' if wanted.is_walk_in else ', and a reminder before the visit'}}</label>
      </div>
      % else:
      % if patient['email'] and form.get('tell_patient'):
      <input type="hidden" name="tell_patient" value="on">
      % end
      <p class="text-body-secondary">{{'This clinic sends no e-mail.' if patient['email'] else 'The e-mail address of this patient is not confirmed yet, so we send no e-mail.' if patient['unproven_email'] else 'We have no e-mail address for this patient.'}} Please tell the patient the day and the time.</p>
      % end
      <div class="d-flex flex-wrap gap-3">
        <button class="btn btn-primary">{{'Book anyway' if warnings else 'Start the visit now' if wanted.is_walk_in else 'Book the visit'}}</button>
        <a class="btn btn-outline-secondary" href="/staff/book?{{urlencode(back)}}">Choose another time</a>
      </div>
    </form>
    % end
  </div>
  <div class="{{'col-lg-4' if is_nobody_free else 'col-lg-5'}}">
    % include('staff/desk/who.tpl', kept=back)
    % if near and not blocks and not is_nobody_free:
    % include('staff/desk/near.tpl', wish=wish)
    % end
  </div>
</div>
