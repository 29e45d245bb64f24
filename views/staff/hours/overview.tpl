% rebase('base.tpl', title='Hours of ' + person['full_name'])
% DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
% whose = '?staff_id=%d' % person['staff_id']
<h1>Hours <span class="d-block h5 text-body-secondary mt-1">{{person['full_name']}}</span></h1>
% if person['sees_all']:
<p><a href="/staff/hours">All staff</a></p>
% end
% if not person['is_bookable'] or not person['is_active']:
<p class="alert alert-warning">{{person['full_name']}} cannot be booked at present, even within working hours.</p>
% end
% if not_fitting:
<section class="card card-body attention mb-4" aria-labelledby="not-fitting">
  <h2 class="h5" id="not-fitting">{{len(not_fitting)}}{{'+' if len(not_fitting) == most_shown else ''}} {{'visit no longer fits' if len(not_fitting) == 1 else 'visits no longer fit'}}</h2>
  <p>{{'It stays' if len(not_fitting) == 1 else 'They stay'}} booked until you reassign, move or cancel {{'it' if len(not_fitting) == 1 else 'them'}}.</p>
  <ul class="list-unstyled mb-0 divided">
    % for visit in not_fitting:
    <li>
      <a class="fw-semibold" href="/appointments/{{visit['appointment_id']}}">{{written.moment(visit['starts_at'])}}, <bdi>{{visit['patient_name']}}</bdi></a>
      <span class="d-block">{{visit['service_name']}}{{', ' + visit['patient_phone'] if visit['patient_phone'] else ''}}</span>
      <span class="d-block text-body-secondary">{{visit['against'].capitalize()}}{{' (overridden when booked)' if visit['is_known'] else ''}}</span>
    </li>
    % end
  </ul>
  <p class="mt-3 mb-0"><a class="btn btn-primary" href="/staff/hours/visits{{whose}}">Reassign or cancel</a></p>
</section>
% end
<div class="row g-4">
  <div class="col-lg-7">
    <section aria-labelledby="hours">
      <h2 class="h4" id="hours">Weekly hours</h2>
      % for period in periods:
      % later = period['starts_on'] > today
      <div class="card card-body mb-3">
        % last = written.weekday(period['last_day']) + ' ' + written.date(period['last_day']) if period['ends_on'] else ''
        <h3 class="h6">{{'From %s' % written.date(period['starts_on']) if later else 'Now'}}{{', until ' + last if last else ''}}</h3>
        % if not any(period['week']):
        <p class="mb-3">No working hours{{'' if later or period['ends_on'] else ' yet: nobody can book a visit'}}.</p>
        % else:
        % for week in period['weeks']:
        % if week['mondays']:
        <h4 class="h6 fw-normal text-body-secondary">Weeks from {{', '.join(written.short_day(monday) for monday in week['mondays'])}} …</h4>
        % end
        <dl class="week mb-3">
          % for day, blocks in zip(DAYS, week['week']):
          <div>
            <dt>{{day}}</dt>
            <dd>
              % if not blocks:
              <span class="text-body-secondary">–</span>
              % end
              % for block in blocks:
              <span class="d-block">{{written.minute(block['starts_minute'])}}–{{written.minute(block['ends_minute'])}}\\
                % if block['breaks']:
<span class="text-body-secondary">, break {{' and '.join(written.minute(start) + '–' + written.minute(end) for start, end in block['breaks'])}}</span>\\
                % end
</span>
              % end
              % if {block['ends_minute'] for block in blocks} & {block['starts_minute'] for block in blocks}:
              <span class="d-block text-body-secondary">Two of these touch, but no visit can run from one into the other. Save the hours again to join them.</span>
              % end
            </dd>
          </div>
          % end
        </dl>
        % end
        % end
        <div class="d-flex flex-wrap gap-2">
          <a class="btn {{'btn-outline-primary' if later else 'btn-primary'}}" href="/staff/hours/week{{whose}}&amp;from={{period['starts_on'] if later else today}}">Change {{'these hours, from %s' % written.date(period['starts_on']) if later else 'hours'}}</a>
          % if later:
          <form method="post" action="/staff/hours/week/remove">
            <input type="hidden" name="csrf_token" value="{{csrf_token}}">
            <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
            <input type="hidden" name="valid_from" value="{{period['starts_on']}}">
            <button class="btn btn-outline-secondary">Remove the change on {{written.date(period['starts_on'])}}</button>
          </form>
          % end
        </div>
      </div>
      % end
    </section>
  </div>
  <div class="col-lg-5">
    <section class="mb-4" aria-labelledby="extra">
      <h2 class="h4" id="extra">Extra hours</h2>
      % if not extra:
      <p>No extra hours are planned.</p>
      % else:
      <ul class="list-unstyled divided">
        % for block in extra:
        % times = written.minute(block['starts_minute']) + '–' + written.minute(block['ends_minute'])
        % when = ('Every week, ' + written.days(block['first_day'], block['last_day']) if block['last_day'] > block['first_day'] else written.day(block['first_day'])) + ', ' + times
        <li class="d-flex justify-content-between align-items-start gap-3">
          <div>
            <strong>{{when}}</strong>
            % if block['breaks']:
            <span class="d-block">Break {{' and '.join(written.minute(start) + '–' + written.minute(end) for start, end in block['breaks'])}}</span>
            % end
          </div>
          <form method="post" action="/staff/hours/extra/{{block['working_hours_id']}}/remove">
            <input type="hidden" name="csrf_token" value="{{csrf_token}}">
            <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
            <button class="btn btn-sm btn-outline-secondary text-nowrap" aria-label="Remove extra hours {{when}}">Remove</button>
          </form>
        </li>
        % end
      </ul>
      % end
      <p><a class="btn btn-outline-primary" href="/staff/hours/extra{{whose}}">Add extra hours</a></p>
    </section>
    <section class="mb-4" aria-labelledby="time-off">
      <h2 class="h4" id="time-off">Time off</h2>
      % if not time_off:
      <p>No time off is planned.</p>
      % else:
      <ul class="list-unstyled divided">
        % for away in time_off:
        % whole = away['starts_at'].strftime('%H%M') == away['ends_at'].strftime('%H%M') == '0000'
        % last = last_moment(away['ends_at'])
        % until = written.minute(1440) if last < away['ends_at'] else written.time(last)
        % if whole and away['starts_at'] == last:
        % when = written.day(last)
        % elif whole:
        % when = written.days(away['starts_at'].date(), last.date())
        % elif away['starts_at'].date() == last.date():
        % when = written.days(last, last) + ', ' + written.time(away['starts_at']) + '–' + until
        % else:
        % when = written.moment(away['starts_at']) + ' – ' + written.weekday(last) + ' ' + written.date(last) + ', ' + until
        % end
        <li class="d-flex justify-content-between align-items-start gap-3">
          <div>
            <strong>{{when}}</strong>
            % if away['reason']:
            <span class="d-block">{{away['reason']}}</span>
            % end
          </div>
          <form method="post" action="/staff/hours/time-off/{{away['time_off_id']}}/remove">
            <input type="hidden" name="csrf_token" value="{{csrf_token}}">
            <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
            <button class="btn btn-sm btn-outline-secondary text-nowrap" aria-label="Remove time off {{when}}">Remove</button>
          </form>
        </li>
        % end
      </ul>
      % end
      <p><a class="btn btn-outline-primary" href="/staff/hours/time-off{{whose}}">Add time off</a> <a class="btn btn-outline-secondary" href="/staff/away{{whose}}">Away today</a></p>
    </section>
    <form class="card card-body mb-4" method="post" action="/staff/hours/slots" novalidate aria-labelledby="slots">
      <h2 class="h5" id="slots">Slot length</h2>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <input type="hidden" name="staff_id" value="{{person['staff_id']}}">
      <label class="form-label" for="slot_minutes">A visit can start every</label>
      <div class="form-text" id="slot_minutes-hint">Counted from the start of each working period. 15 or 30 minutes are usual.</div>
      % if errors.get('slot_minutes'):
      <div class="invalid-feedback d-block" id="slot_minutes-error">{{errors['slot_minutes']}}</div>
      % end
      <div class="d-flex gap-2">
        <select class="form-select {{'is-invalid' if errors.get('slot_minutes') else ''}}" id="slot_minutes" name="slot_minutes" aria-describedby="slot_minutes-hint{{' slot_minutes-error' if errors.get('slot_minutes') else ''}}">
          % for minutes in slots:
          % if minutes == form['slot_minutes']:
          <option value="{{minutes}}" selected>{{minutes}} minutes</option>
          % else:
          <option value="{{minutes}}">{{minutes}} minutes</option>
          % end
          % end
        </select>
        <button class="btn btn-outline-primary flex-shrink-0" aria-label="Save slot length">Save</button>
      </div>
    </form>
    <p>Is a time not offered? <a href="/staff/why-not{{whose}}">See why</a></p>
  </div>
</div>
