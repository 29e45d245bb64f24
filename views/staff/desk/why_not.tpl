% rebase('base.tpl', title='Why is this time not offered?')
% from urllib.parse import urlencode
% def option(key, label, is_chosen):
<option value="{{key}}"
  % if is_chosen:
  selected
  % end
>{{label}}</option>
% end
<h1>Why is this time not offered?</h1>
<div class="row g-4">
  <div class="col-lg-4">
    <form class="card card-body" method="get" action="/staff/why-not" novalidate>
      % if form.get('patient_id'):
      <input type="hidden" name="patient_id" value="{{form['patient_id']}}">
      % end
      % for name, label, choices in (('staff_id', 'Member of staff', [(each['staff_id'], each['full_name']) for each in people]), ('service_id', 'Service', [(each['service_id'], each['name'] + ', ' + written.length(each['minutes'])) for each in services])):
      <div class="mb-3">
        <label class="form-label" for="{{name}}">{{label}}</label>
        % if errors.get(name):
        <div class="invalid-feedback d-block" id="{{name}}-error">{{errors[name]}}</div>
        % end
        <select class="form-select" id="{{name}}" name="{{name}}">
          % for key, text in choices:
          % option(key, text, str(key) == str(form.get(name, '')))
          % end
        </select>
      </div>
      % end
      % include('parts/field.tpl', name='day', label='Day', type='date')
      % include('parts/field.tpl', name='time', label='Time', longest=20, autocomplete='off', hint='Such as 10:30')
      <button class="btn btn-primary">Show why</button>
    </form>
  </div>
  <div class="col-lg-8">
    % if not answer:
    <p class="fs-5">Choose a member of staff, a service, a day and a time. This page then shows why the time is not offered, and what else is on that day.</p>
    % else:
    % names, reasons = answer['names'], answer['reasons']
    % when = written.day(day) + ', ' + written.time(answer['starts_at']) + '–' + written.time(answer['ends_at'])
    <section class="card card-body attention mb-4" aria-labelledby="answer">
      <h2 class="h5" id="answer">{{names['staff_name']}}, {{names['service_name']}}{{' for ' + patient['full_name'] if patient else ''}}<span class="d-block fw-normal">{{when}}</span></h2>
      % if reasons:
      <p class="fs-5 mb-2"><strong>{{reasons[0]['sentence']}}</strong>
        % if reasons[0]['appointment_id']:
        <a href="/appointments/{{reasons[0]['appointment_id']}}">Open that visit</a>
        % end
      </p>
      % if len(reasons) > 1:
      <p class="mb-1">Also:</p>
      <ul class="mb-2">
        % for each in reasons[1:]:
        <li>{{each['sentence']}}
          % if each['appointment_id']:
          <a href="/appointments/{{each['appointment_id']}}">Open that visit</a>
          % end
        </li>
        % end
      </ul>
      % end
      <p class="mb-0 text-body-secondary">{{'This rule is only for patients. Staff can book this time.' if all(each['is_hint'] for each in reasons) else 'Staff can override this.' if all(each['can_be_overruled'] for each in reasons) else 'Nobody can override this.' if len(reasons) == 1 else 'Some of this cannot be overridden.'}}</p>
      % else:
      <p class="fs-5 mb-2"><strong>This time is offered.</strong></p>
      % end
      % if all(each['can_be_overruled'] for each in reasons):
      % address = {'staff_id': names['staff_id'], 'service_id': names['service_id'], 'day': day}
      % if patient:
      <p class="mb-0 mt-2"><a class="btn btn-outline-primary" href="/staff/book/confirm?{{urlencode({**address, 'patient_id': patient['patient_id'], 'time': form['time']})}}">Book it</a></p>
      % else:
      <p class="mb-0 mt-2"><a class="btn btn-outline-primary" href="/staff/book?{{urlencode({**address, 'time': form['time']})}}">Book it for a patient</a></p>
      % end
      % end
    </section>
    <section class="mb-4" aria-labelledby="picture">
      <h2 class="h5" id="picture">{{names['staff_name']}}'s day</h2>
      % if not picture:
      <p>No working hours and no visits on this day.</p>
      % else:
      % start = answer['starts_at'].hour * 60 + answer['starts_at'].minute
      <table class="table day-picture">
        <thead><tr><th scope="col">Time</th><th scope="col">What</th></tr></thead>
        <tbody>
          % for each in picture:
          % visit = each['visit']
          % is_hit = each['kind'] != 'hours' and each['starts_minute'] < start + names['minutes'] + (names['pause_minutes'] if visit else 0) and each['ends_minute'] > start
          <tr class="{{'is-hit' if is_hit else ''}}">
            <th scope="row" class="text-nowrap">{{'All day' if (each['starts_minute'], each['ends_minute']) == (0, 1440) else written.minute(each['starts_minute']) + '–' + written.minute(each['ends_minute'])}}</th>
            <td>
              % if visit and visit['may_open']:
              <a href="/appointments/{{visit['appointment_id']}}">Visit of {{visit['patient_name']}}</a>, {{visit['service_name']}}{{', ' + written.place(visit) if written.place(visit, '') else ''}}
              % elif visit:
              Another visit
              % else:
              {{{'hours': 'Working hours', 'break': 'Break', 'time_off': 'Time off', 'closed': 'The clinic is closed'}[each['kind']]}}{{': ' + each['reason'] if each['reason'] else ''}}
              % end
              % if visit and visit['holds_until'] > visit['ends_at']:
              <span class="text-body-secondary">(with the pause after it)</span>
              % end
              % if is_hit:
              <strong>conflict</strong>
              % end
            </td>
          </tr>
          % end
        </tbody>
      </table>
      % end
    </section>
    <section aria-labelledby="free">
      <h2 class="h5" id="free">Times offered to patients on this day</h2>
      % if not free:
      <p>No free time for {{names['service_name']}}.</p>
      % else:
      <p>{{', '.join(written.time(each) for each in free)}}</p>
      % end
    </section>
    % end
  </div>
</div>
