% gone = errors and instead is not None
% heading = 'Choose another time' if gone else 'Confirm your visit'
% rebase('base.tpl', title=heading)
% back = '/book/%d?service_id=%d%s&day=%s' % (person['staff_id'], service['service_id'], for_whom, starts_at.date())
<h1>{{heading}}</h1>
% if not errors:
% include('patient/booking/must_call.tpl')
% end
<div class="row g-4">
<div class="col-lg-5">
  <dl class="facts card card-body mb-0">
    <dt>What</dt><dd>{{service['service_name']}}, {{written.length(service['minutes'])}}</dd>
    <dt>With</dt><dd>{{person['full_name']}}
      % if person['specialization']:
      <br><span class="text-body-secondary">{{person['specialization']}}</span>
      % end
    </dd>
    <dt>When</dt><dd id="starts_at">
      % if gone:
      <s>{{written.day(starts_at)}}, {{written.time(starts_at)}}</s>
      % else:
      <strong>{{written.day(starts_at)}}, {{written.time(starts_at)}}</strong> to {{written.time(ends_at)}}
      <br><a class="d-inline-block py-1" href="{{back}}">Choose another time</a>
      % end
    </dd>
    % if not gone:
    % at_clinic = service['place'] == 'room'
    % numbers = {each['phone'] or patients[0]['phone'] for each in patients}
    <dt>Where</dt><dd>
      % if at_clinic:
      {{clinic.name}}
      % elif service['place'] == 'video':
      By video: {{'you get the link when you book' if person['has_video_link'] else 'we tell you the link before the visit'}}
      % elif service['place'] == 'home':
      We come to you
      % elif len(numbers) == 1 and None not in numbers:
      By telephone: we call you at <span class="text-nowrap">{{numbers.pop()}}</span>.
      <a class="d-inline-block" href="/profile">Change the number</a>
      % else:
      By telephone: we call the number that you gave us.
      <a class="d-inline-block" href="/profile">Look at it</a>
      % end
      % if clinic.address and at_clinic:
      <br><span class="keep-lines">{{clinic.address}}</span>
      % end
      % if at_clinic:
      <br><span class="text-body-secondary">The room is chosen when you book.</span>
      % end
    </dd>
    % if service['how_to_prepare']:
    <dt>How to prepare</dt><dd class="keep-lines">{{service['how_to_prepare']}}</dd>
    % end
    % end
  </dl>
</div>
<div class="col-lg-7">
  % if not patients:
  <p class="alert alert-warning">Who is the visit for? Please <a class="alert-link" href="{{add_person}}">add a person</a> first.</p>
  % elif must_call and len(patients) == 1:
  <p><a class="btn btn-outline-primary" href="/appointments">My appointments</a></p>
  % else:
  <form class="card card-body h-100" method="post" action="/appointments" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="request_key" value="{{request_key}}">
    <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
    <input type="hidden" name="service_id" value="{{service['service_id']}}">
    % if not gone:
    <input type="hidden" name="starts_at" value="{{starts_at.strftime('%Y-%m-%dT%H:%M')}}">
    % end
    % if len(patients) > 1:
    <div class="mb-3">
      <label class="form-label" for="patient_id">Who is coming?</label>
      % if errors.get('patient_id'):
      <div class="invalid-feedback d-block" id="patient_id-error">{{errors['patient_id']}}</div>
      % end
      <select class="form-select" id="patient_id" name="patient_id" aria-invalid="{{'true' if errors.get('patient_id') else 'false'}}" aria-describedby="{{'patient_id-error' if errors.get('patient_id') else ''}}">
        % for patient in patients:
        <option value="{{patient['patient_id']}}" {{'selected' if patient['patient_id'] == chosen else ''}}>{{patient['full_name']}}{{' (you)' if patient['relation'] == 'self' else ''}}</option>
        % end
      </select>
    </div>
    % else:
    <input type="hidden" name="patient_id" value="{{chosen}}">
    <p class="mb-1" id="patient_id">For <strong>{{patients[0]['full_name']}}</strong></p>
    % end
    <p>Somebody else? <a href="{{add_person}}">Add a child or relative</a>.</p>
    <div class="mb-3">
      <label class="form-label" for="reason">Reason for the visit <span class="text-body-secondary fw-normal">(optional)</span></label>
      <div class="form-text" id="reason-hint">A few words for {{person['full_name']}}. Only the clinic sees them.</div>
      % if errors.get('reason'):
      <div class="invalid-feedback d-block" id="reason-error">{{errors['reason']}}</div>
      % end
      <textarea class="form-control {{'is-invalid' if errors.get('reason') else ''}}" id="reason" name="reason" rows="3" maxlength="500" aria-describedby="{{'reason-hint reason-error' if errors.get('reason') else 'reason-hint'}}" aria-invalid="{{'true' if errors.get('reason') else 'false'}}">
{{form.get('reason', '')}}</textarea>
    </div>
    % if too_many_ahead:
    <p>You can cancel one of <a href="/appointments">your upcoming visits</a> that you do not need.
      % if clinic.phone:
      Or call us: <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
      % end
    </p>
    % end
    % if to_agree:
    <input type="hidden" name="privacy_version" value="{{clinic.texts.privacy_version}}">
    % if to_agree == 'anew':
    <p>Our <a href="/privacy" target="_blank" rel="noopener">privacy notice<span class="visually-hidden"> (opens in a new tab)</span></a> has changed. By booking you agree to it as it is now.</p>
    % else:
    <p>By booking you agree that we keep these details as the <a href="/privacy" target="_blank" rel="noopener">privacy notice<span class="visually-hidden"> (opens in a new tab)</span></a> says.</p>
    % end
    % end
    % if not gone:
    <p class="{{'until' if now <= until else 'until until-late'}}">
      % if now <= until:
      You can cancel or move this online until <strong class="text-nowrap">{{written.near(until, now.date())}}</strong>.
      % else:
      This is <strong>less than {{written.span(service['cancel_deadline_minutes'])}} away</strong>: to move or cancel it, you would have to \\
      % if clinic.phone:
call <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
      % else:
ask at the front desk.
      % end
      % end
    </p>
    <button class="btn btn-primary btn-lg">Book this visit</button>
    % else:
    % include('patient/booking/instead.tpl')
    % end
  </form>
  % end
</div>
</div>
