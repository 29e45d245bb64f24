% # A visit, and the choices for it. Takes: visit (of not_fitting.list_to_decide), errors, phone_link.
% name = 'visit_%d' % visit['appointment_id']
% choice = 'do_%d' % visit['appointment_id']
% error = errors.get(name) or errors.get(choice)
% when = written.moment(visit['starts_at'])
<tr>
  <th scope="row" id="{{name}}" tabindex="-1"><div>
    <input type="hidden" name="{{name}}" value="{{visit['version']}}">
    <span class="text-nowrap">{{when}}</span>
    <span class="d-block"><a href="/appointments/{{visit['appointment_id']}}"><bdi>{{visit['patient_name']}}</bdi><span class="visually-hidden">, {{when}}</span></a><span class="fw-normal">, {{visit['service_name']}}</span></span>
    % if not (mail_is_on and visit['patient_email']):
    <span class="badge text-bg-warning text-wrap">No e-mail{{': call ' + visit['patient_phone'] if visit['patient_phone'] else ', no phone number'}}</span>
    % elif visit['patient_phone']:
    <a class="fw-normal text-nowrap" href="{{phone_link(visit['patient_phone'])}}">{{visit['patient_phone']}}</a>
    % end
    % if visit['status'] == 'arrived':
    <span class="d-block fw-normal">● In the waiting room</span>
    % end
    <span class="fw-normal text-body-secondary">{{visit['against'].capitalize()}}{{' (overridden when booked)' if visit['is_known'] else ''}}</span>
    % if error:
    <div class="invalid-feedback d-block fw-normal" id="{{name}}-error">{{error}}</div>
    % end
  </div></th>
  <td data-label="Who takes it"><div class="choices">
    % for each in visit['colleagues']:
    <label class="choice"><input class="form-check-input" type="radio" name="{{choice}}" value="{{each['staff_id']}}" {{'checked' if visit['do'] == str(each['staff_id']) else ''}}> <span>{{each['full_name']}}<span class="visually-hidden"> takes the visit of {{visit['patient_name']}}, {{when}}</span></span></label>
    % end
    % if not visit['colleagues']:
    <span class="text-body-secondary">Nobody is free then.</span>
    % end
  </div></td>
  <td data-label="Or"><div class="choices">
    % for value, label in (('leave', 'Leave'), ('cancel', 'Cancel')):
    % if value == 'leave' or visit['status'] == 'booked':
    <label class="choice"><input class="form-check-input" type="radio" name="{{choice}}" value="{{value}}" {{'checked' if visit['do'] == value else ''}}> <span>{{label}}<span class="visually-hidden"> the visit of {{visit['patient_name']}}, {{when}}</span></span></label>
    % end
    % end
    % if visit['status'] == 'booked':
    <a class="choice-link" href="/appointments/{{visit['appointment_id']}}/reschedule">Move…<span class="visually-hidden"> the visit of {{visit['patient_name']}}, {{when}}</span></a>
    % end
  </div></td>
</tr>
