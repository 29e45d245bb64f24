% one = closure['first_day'] == closure['last_day']
% days = written.day(closure['first_day']) if one else written.days(closure['first_day'], closure['last_day'])
% rebase('base.tpl', title='Closed ' + days)
<p><a href="/admin/closures">Closures</a></p>
<h1>Closed {{days}}</h1>
<p class="fs-5">{{closure['reason']}}</p>
% include('staff/not_fitting/lost.tpl', lost=lost)
% include('staff/calls/notice.tpl', calls=calls)
% if visits:
<h2 class="h4" id="visits">{{len(visits)}} {{'visit' if len(visits) == 1 else 'visits'}} to rearrange{{' (the first ' + str(most_shown) + ')' if len(visits) == most_shown else ''}}</h2>
<p>They stay booked until you decide. Move a visit to another day, or tick it and cancel it. Please call patients who have no e-mail address.</p>
<form method="post" action="/admin/closures/stretch/cancel-visits" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="day" value="{{closure['first_day']}}">
  % if errors.get('visits'):
  <div class="invalid-feedback d-block" id="visits-error">{{errors['visits']}}</div>
  % end
  <table class="table stack">
    <caption class="visually-hidden">Visits booked on the closed days</caption>
    <thead><tr><th scope="col">Cancel</th><th scope="col">Phone</th><th scope="col">E-mail</th><th scope="col">Visit</th><th scope="col">Move</th></tr></thead>
    <tbody>
      % for visit in visits:
      % name = 'visit_' + str(visit['appointment_id'])
      % error = errors.get(name)
      % told = visit['patient_name'] + ', ' + written.moment(visit['starts_at'])
      <tr>
        <th scope="row">
          <div class="form-check">
            <input class="form-check-input {{'is-invalid' if error else ''}}" type="checkbox" id="{{name}}" name="{{name}}" value="{{visit['version']}}"
              % if visit['is_ticked']:
              checked
              % end
              % if error:
              aria-invalid="true" aria-describedby="{{name}}-error"
              % end
            >
            <label class="form-check-label" for="{{name}}">{{written.moment(visit['starts_at'])}}<br>{{visit['patient_name']}}</label>
            % if error:
            <div class="invalid-feedback d-block fw-normal" id="{{name}}-error">{{error}}</div>
            % end
          </div>
        </th>
        <td data-label="Phone">
          % if visit['phone']:
          <a class="text-nowrap" href="{{phone_link(visit['phone'])}}">{{visit['phone']}}</a>
          % else:
          –
          % end
        </td>
        <td class="long" data-label="E-mail">{{'No address: please call' if not visit['email'] else 'Yes' if mail_is_on else 'Not sent: please call'}}</td>
        <td data-label="Visit"><span><a href="/appointments/{{visit['appointment_id']}}">{{visit['service_name']}}<span class="visually-hidden"> of {{told}}</span></a> with {{visit['staff_name']}}</span></td>
        <td data-label="Move"><a href="/appointments/{{visit['appointment_id']}}/reschedule">Move<span class="visually-hidden"> the visit of {{told}}</span></a></td>
      </tr>
      % end
    </tbody>
  </table>
  <div class="card card-body narrow mb-4">
    <p>The next page shows {{'which patients get an e-mail and which you must call' if mail_is_on else 'the numbers of the patients, whom you must call'}}.</p>
    <button class="btn btn-danger">Cancel the ticked visits</button>
  </div>
</form>
% else:
<p>{{'No more visits to rearrange.' if cancelled else 'No visits to rearrange.' if closure['last_day'] >= today else 'These days have passed.'}}</p>
% end
% if cancelled:
<h2 class="h4">{{len(cancelled)}} {{'visit' if len(cancelled) == 1 else 'visits'}} cancelled</h2>
<table class="table stack">
  <caption class="visually-hidden">Cancelled visits on the closed days</caption>
  <thead><tr><th scope="col">When</th><th scope="col">Patient</th><th scope="col">Phone</th><th scope="col">E-mail</th><th scope="col">Reason</th></tr></thead>
  <tbody>
    % for visit in cancelled:
    <tr>
      <th scope="row"><a href="/appointments/{{visit['appointment_id']}}">{{written.moment(visit['starts_at'])}}<span class="visually-hidden">, {{visit['patient_name']}}</span></a></th>
      <td class="long" data-label="Patient">{{visit['patient_name']}}</td>
      <td data-label="Phone">
        % if visit['phone']:
        <a class="text-nowrap" href="{{phone_link(visit['phone'])}}">{{visit['phone']}}</a>
        % else:
        –
        % end
      </td>
      <td class="long" data-label="E-mail">{{'No address: please call' if not visit['email'] else 'Yes' if mail_is_on else 'Not sent: please call'}}</td>
      <td data-label="Reason">{{visit['cancel_reason'] or '–'}}</td>
    </tr>
    % end
  </tbody>
</table>
% end
% if closure['last_day'] >= today:
<form class="card card-body narrow" method="post" action="/admin/closures/stretch/remove" aria-labelledby="remove">
  <h2 class="h5" id="remove">Open again</h2>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="day" value="{{closure['first_day']}}">
  <p>{{'The day' if one else 'All these days'}} can be booked again{{'; past days stay closed' if closure['first_day'] < today else ''}}. Visits that were cancelled stay cancelled.</p>
  <button class="btn btn-outline-secondary">Remove the closure {{days}}</button>
</form>
% end
