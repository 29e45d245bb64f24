% rebase('base.tpl', title='Book for ' + patient['full_name'])
% from urllib.parse import urlencode
% def option(key, label, is_chosen):
<option value="{{key}}"
  % if is_chosen:
  selected
  % end
>{{label}}</option>
% end
% names = {person['staff_id']: person['full_name'] for person in people}
% wish = {'patient_id': patient['patient_id'], 'service_id': chosen['service_id'] or '', 'staff_id': chosen['staff_id'] or ''}
<h1>Book for a patient</h1>
<div class="row g-4">
  <div class="col-lg-4">
    % include('staff/desk/who.tpl')
    <form class="card card-body mb-4" method="get" action="/staff/book" aria-labelledby="what">
      <h2 class="h5" id="what">Service and staff</h2>
      <input type="hidden" name="patient_id" value="{{patient['patient_id']}}">
      <div class="mb-3">
        <label class="form-label" for="service_id">Service</label>
        % if errors.get('service_id'):
        <div class="invalid-feedback d-block" id="service_id-error">{{errors['service_id']}}</div>
        % end
        <select class="form-select" id="service_id" name="service_id">
          % if not chosen['service_id']:
          <option value="">Please choose</option>
          % end
          % for each in services:
          % option(each['service_id'], each['name'] + ', ' + written.length(each['minutes']), each['service_id'] == chosen['service_id'])
          % end
        </select>
      </div>
      <div class="mb-3">
        <label class="form-label" for="staff_id">Member of staff</label>
        % if errors.get('staff_id'):
        <div class="invalid-feedback d-block" id="staff_id-error">{{errors['staff_id']}}</div>
        % end
        <select class="form-select {{'is-invalid' if errors.get('staff_id') else ''}}" id="staff_id" name="staff_id" aria-describedby="{{'staff_id-error' if errors.get('staff_id') else ''}}">
          <option value="">Anyone who is free</option>
          % for each in people:
          % option(each['staff_id'], each['full_name'], each['staff_id'] == chosen['staff_id'])
          % end
        </select>
      </div>
      <div class="mb-3">
        <label class="form-label" for="day">Day</label>
        <input class="form-control" type="date" id="day" name="day" value="{{chosen['day']}}">
      </div>
      <button class="btn btn-primary mb-3">Show times</button>
      <button class="btn btn-outline-primary" name="walk_in" value="yes" formaction="/staff/book/confirm" aria-describedby="walk-in">Walk-in now</button>
      <p class="form-text mt-1 mb-0" id="walk-in">Use this when the patient is already here. The visit starts at once.</p>
    </form>
  </div>
  <div class="col-lg-8">
    % if not services:
    <p class="fs-5">No service is offered yet. An admin can choose which staff offer which services.</p>
    % elif not chosen['service_id']:
    <p class="fs-5">Choose a service to see the free times.</p>
    % else:
    % if is_other:
    <p class="alert alert-warning">This member of staff does not offer this service. These do:</p>
    % end
    % if soonest:
    <section class="mb-4" aria-labelledby="soonest">
      <h2 class="h4" id="soonest">{{'Earliest free times' if chosen['day'] == now.date() else 'Next free times after this day'}}</h2>
      <ul class="list-unstyled desk-times">
        % for first in soonest:
        <li><a class="btn btn-outline-primary" href="/staff/book/confirm?{{urlencode({**wish, 'staff_id': first['staff_id'], 'starts_at': first['starts_at'].strftime('%Y-%m-%dT%H:%M')})}}">{{written.short_day(first['starts_at'])}}, {{written.time(first['starts_at'])}} {{names[first['staff_id']]}}</a></li>
        % end
      </ul>
    </section>
    % end
    <section class="mb-4" aria-labelledby="times">
      <h2 class="h4" id="times">{{written.day(chosen['day'])}}</h2>
      <p class="d-flex flex-wrap gap-2">
        % if chosen['day'] > now.date():
        <a class="btn btn-sm btn-outline-secondary" href="/staff/book?{{urlencode({**wish, 'day': yesterday})}}">Previous day</a>
        % end
        <a class="btn btn-sm btn-outline-secondary" href="/staff/book?{{urlencode({**wish, 'day': tomorrow})}}">Next day</a>
      </p>
      % if not starts:
      <p>No time is free on this day{{' with this member of staff' if chosen['staff_id'] else ''}}. <a href="/staff/why-not?{{urlencode({**wish, 'day': chosen['day']})}}">See why</a></p>
      % end
      % for person in people:
      % own = [each for each in starts if each['staff_id'] == person['staff_id']]
      % if own:
      <h3 class="h6">{{person['full_name']}}</h3>
      <ul class="list-unstyled desk-times">
        % for each in own:
        <li><a class="btn btn-outline-primary" href="/staff/book/confirm?{{urlencode({**wish, 'staff_id': person['staff_id'], 'starts_at': each['starts_at'].strftime('%Y-%m-%dT%H:%M')})}}" aria-label="Book {{written.day(chosen['day'])}}, {{written.time(each['starts_at'])}} with {{person['full_name']}}">{{written.time(each['starts_at'])}}</a></li>
        % end
      </ul>
      % end
      % end
    </section>
        <form class="card card-body" method="get" action="/staff/book/confirm" novalidate aria-labelledby="another">
          <h2 class="h5" id="another">Another time</h2>
          <p class="mb-2">This can be outside working hours, during a break or at short notice. You see the warnings first, then you decide.</p>
          % for wish_name, wished in wish.items():
          <input type="hidden" name="{{wish_name}}" value="{{wished}}">
          % end
          <input type="hidden" name="day" value="{{chosen['day']}}">
          % if errors.get('day'):
          <div class="invalid-feedback d-block">{{errors['day']}}</div>
          % end
          % include('parts/field.tpl', name='time', label='Time on ' + written.short_day(chosen['day']), longest=20, autocomplete='off', hint='In steps of five minutes, such as 12:05')
          <button class="btn btn-outline-primary align-self-start">Check this time</button>
        </form>
    % end
  </div>
</div>
