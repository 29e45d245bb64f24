% rebase('base.tpl', title='Visits that no longer fit: ' + person['full_name'])
% whose = '?staff_id=%d' % person['staff_id']
<p class="mb-2"><a href="/staff/hours{{whose}}">Availability of {{person['full_name']}}</a></p>
<h1>Visits that no longer fit <span class="d-block h5 text-body-secondary mt-1">{{person['full_name']}}</span></h1>
% include('staff/not_fitting/lost.tpl', lost=lost)
% include('staff/not_fitting/to_call.tpl', visits=to_call)
% if not visits:
<p>All upcoming visits fit {{person['full_name']}}'s working hours.</p>
% else:
<p>These visits stay booked until you decide. You can move them, cancel them or reassign them to a colleague at the same time.</p>
% if colleagues:
<form class="filters filters-compact mb-4" method="get" action="/staff/hours/visits" novalidate>
  <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
  <div>
    <label class="form-label" for="to_staff_id">Reassign to</label>
    % if errors.get('to_staff_id'):
    <div class="invalid-feedback d-block" id="to_staff_id-error">{{errors['to_staff_id']}}</div>
    % end
    <select class="form-select" id="to_staff_id" name="to_staff_id">
      <option value="">Choose a colleague</option>
      % for each in colleagues:
      <option value="{{each['staff_id']}}" {{'selected' if chosen and each['staff_id'] == chosen['staff_id'] else ''}}>{{each['full_name']}}{{'' if each['shared_services'] else ', offers none of the same services'}}</option>
      % end
    </select>
  </div>
  <button class="btn btn-outline-primary">Show which visits fit</button>
</form>
% end
<form method="post" action="/staff/hours/visits/{{'give' if chosen else 'cancel'}}" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
  % if chosen:
  <input type="hidden" name="to_staff_id" value="{{chosen['staff_id']}}">
  % fitting = sum(not visit['refusal'] for visit in visits)
  <h2 class="h4">{{chosen['full_name']}} can take {{fitting}} of {{len(visits)}}</h2>
  % elif len(visits) == most_shown:
  <p>These are the first {{most_shown}}. You see the others when these are done.</p>
  % end
  % if errors.get('visits'):
  <div class="invalid-feedback d-block" id="visits-error">{{errors['visits']}}</div>
  % end
  <fieldset id="visits" tabindex="-1">
    <legend class="visually-hidden">Visits to reassign or cancel</legend>
    <ul class="list-unstyled divided border-bottom mb-4">
      % for visit in visits:
      % name = 'visit_%d' % visit['appointment_id']
      % error = errors.get(name)
      % when = written.moment(visit['starts_at'])
      <li>
        <div class="form-check">
          <input class="form-check-input {{'is-invalid' if error else ''}}" type="checkbox" id="{{name}}" name="{{name}}" value="{{visit['version']}}" {{'checked' if visit['is_ticked'] else ''}}
            % if error:
            aria-invalid="true" aria-describedby="{{name}}-error"
            % end
          >
          <label class="form-check-label fw-semibold" for="{{name}}">{{when}}, <bdi>{{visit['patient_name']}}</bdi></label>
          % if error:
          <div class="invalid-feedback d-block" id="{{name}}-error">{{error}}</div>
          % end
          <span class="d-block">{{visit['service_name']}}\\
            % if visit['patient_phone']:
, <a class="text-nowrap" href="{{phone_link(visit['patient_phone'])}}">{{visit['patient_phone']}}</a>\\
            % end
</span>
          % if not (mail_is_on and visit['patient_email']):
          <span class="badge text-bg-warning">No e-mail: please call</span>
          % end
          <span class="d-block text-body-secondary">{{visit['against'].capitalize()}}{{' (overridden when booked)' if visit['is_known'] else ''}}\\
            % if chosen:
. <strong>{{chosen['full_name']}} {{visit['refusal'] or 'is free'}}</strong>\\
            % end
</span>
          <a href="/appointments/{{visit['appointment_id']}}/reschedule">Move<span class="visually-hidden"> the visit of {{visit['patient_name']}}, {{when}}</span></a>
        </div>
      </li>
      % end
    </ul>
  </fieldset>
  % if chosen and not fitting:
  <p>Choose another colleague, or move each visit. <a href="/staff/hours/visits{{whose}}">Cancel some of them</a></p>
  % else:
  <div class="card card-body narrow">
    % if chosen and not mail_is_on:
    <p>This clinic sends no e-mail. Please call each patient.</p>
    % elif chosen:
    <div class="form-check mb-3">
      <input class="form-check-input" type="checkbox" id="tell_patients" name="tell_patients" value="yes" {{'checked' if form.get('tell_patients') else ''}} aria-describedby="tell_patients-hint">
      <label class="form-check-label" for="tell_patients">Send the patients an e-mail</label>
      <div class="form-text" id="tell_patients-hint">They get the new details of their visit. Please call patients who have no e-mail address.</div>
    </div>
    % end
    % if chosen:
    <button class="btn btn-primary">Reassign the ticked visits to {{chosen['full_name']}}</button>
    % else:
    <p>The next page shows {{'which patients get an e-mail and which you must call' if mail_is_on else 'the numbers of the patients, whom you must call'}}.</p>
    <button class="btn btn-danger">Cancel the ticked visits</button>
    % end
  </div>
  % end
</form>
% end
