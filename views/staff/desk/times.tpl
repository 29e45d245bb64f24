% # Free times: seven days to choose from, then everybody's times of the day side by side, or one person's of the week.
% # Takes: days (of visits.desk.week()), soonest, chosen, people, names, patient, address, now, today.
% from datetime import timedelta
% A_WEEK = timedelta(days=7)
% day, one = chosen['day'], chosen['staff_id']
% first = days[0]['day']
% def link(row):
% if not patient:
%   return address(staff_id=row['staff_id'], day=row['starts_at'].date(), time=row['starts_at'].strftime('%H:%M'))
% end
% wish = {'patient_id': patient['patient_id'], 'service_id': chosen['service_id'], 'staff_id': row['staff_id'], 'starts_at': row['starts_at'].strftime('%Y-%m-%dT%H:%M')}
% return '/staff/book/confirm?' + urlencode(wish)
% end
% def slots(rows):
<ul class="slots list-unstyled mb-0">
  % for row in rows:
  <li><a class="slot" href="{{link(row)}}" aria-label="Book {{written.day(row['starts_at'])}}, {{written.time(row['starts_at'])}} with {{row['full_name']}}">{{written.time(row['starts_at'])}}</a></li>
  % end
</ul>
% end
<section class="mb-4" aria-labelledby="times">
  <div class="bar mb-2">
    <h2 class="h5 mb-0" id="times">{{names[one] + ', free times' if one else 'Free times'}}</h2>
    <a class="btn btn-outline-secondary" href="{{address(walk_in='yes', time=None, day=None)}}">Walk-in now</a>
  </div>
  % if soonest:
  <div class="soonest mb-3">
    <span>{{'Earliest free times:' if day == today else 'Next free times after this day:'}}</span>
    <ul class="pills chips list-unstyled mb-0">
      % for row in soonest:
      <li><a href="{{link({**row, 'full_name': names.get(row['staff_id'], '')})}}">{{written.short_day(row['starts_at'])}}, {{written.time(row['starts_at'])}} {{names.get(row['staff_id'], '')}}</a></li>
      % end
    </ul>
  </div>
  % end
  <div class="bar mb-2">
    <nav class="d-flex gap-2" aria-label="Weeks">
      % if first > today:
      <a class="btn btn-outline-secondary" rel="prev" href="{{address(day=max(today, day - A_WEEK))}}">Previous week</a>
      % else:
      <span class="btn btn-outline-secondary disabled" aria-disabled="true">Previous week</span>
      % end
      <a class="btn btn-outline-secondary" rel="next" href="{{address(day=day + A_WEEK)}}">Next week</a>
      % if one:
      <a class="btn btn-outline-secondary" href="{{address(staff_id=None, day=day)}}">Everybody</a>
      % end
    </nav>
    <form class="d-flex gap-2 align-items-center" method="get" action="/staff/book">
      % include('staff/desk/kept.tpl', kept={key: value for key, value in {**kept, 'patient_id': chosen['patient_id'], 'service_id': chosen['service_id']}.items() if value and key not in ('day', 'time')})
      <label class="visually-hidden" for="day">Day</label>
      <input class="form-control" type="date" id="day" name="day" value="{{day}}">
      <button class="btn btn-outline-secondary text-nowrap">Go</button>
    </form>
  </div>
  % if one:
  <div class="week-columns desk-week">
    % for each in days:
    <section aria-labelledby="day-{{each['day']}}">
      <h3 class="h6" id="day-{{each['day']}}">{{written.short_day(each['day'])}}</h3>
      % if each['starts']:
      % slots(each['starts'])
      % else:
      <p class="small text-body-secondary mb-0">{{'Closed' if each['closed'] is not None else 'None free'}}</p>
      % end
    </section>
    % end
  </div>
  % else:
  <ol class="week-strip list-unstyled mb-3" aria-label="Days">
    % for each in days:
    <li><a class="day {{'' if each['starts'] else 'day-none'}}" href="{{address(day=each['day'])}}" aria-current="{{'date' if each['day'] == day else 'false'}}"><small>{{written.weekday(each['day'])}}</small> {{each['day'].day}}<span class="visually-hidden"> {{written.month(each['day'])}}:</span> <small>{{len(each['starts']) or ('closed' if each['closed'] is not None else 'none')}}<span class="day-word">{{' free' if each['starts'] else ''}}</span></small></a></li>
    % end
  </ol>
  % shown = next(each for each in days if each['day'] == day)
  <h3 class="h6">{{written.day(day)}}{{': closed, ' + shown['closed'] if shown['closed'] else ''}}</h3>
  % if not shown['starts']:
  <p>No time is free on this day. <a href="/staff/why-not?{{urlencode({'service_id': chosen['service_id'], 'day': day, **({'patient_id': patient['patient_id']} if patient else {})})}}">See why</a></p>
  % end
  <div class="desk-people">
    % for person in people:
    % own = [row for row in shown['starts'] if row['staff_id'] == person['staff_id']]
    % if own:
    <section aria-labelledby="of-{{person['staff_id']}}">
      <h4 class="h6" id="of-{{person['staff_id']}}"><a href="{{address(staff_id=person['staff_id'], day=day)}}">{{person['full_name']}}</a></h4>
      % slots(own)
    </section>
    % end
    % end
  </div>
  % full = [person['full_name'] for person in people if not any(row['staff_id'] == person['staff_id'] for row in shown['starts'])]
  % if full and shown['starts']:
  <p class="text-body-secondary mt-2 mb-0">Nothing free on this day: {{', '.join(full)}}.</p>
  % end
  % end
</section>
<details class="numbers mb-2" {{'open' if errors else ''}}>
  <summary>Another time</summary>
  <form class="card card-body mt-2 narrow" method="get" action="{{'/staff/book/confirm' if patient else '/staff/book'}}" novalidate>
    <p class="mb-2">This can be outside working hours or during a break. You see the warnings first, then you decide.</p>
    % include('staff/desk/kept.tpl', kept={key: value for key, value in (('patient_id', chosen['patient_id']), ('service_id', chosen['service_id'])) if value})
    <div class="mb-3">
      <label class="form-label" for="staff_id">Member of staff</label>
      <select class="form-select" id="staff_id" name="staff_id">
        % if patient:
        <option value="">Anyone who is free</option>
        % end
        % for each in people:
        <option value="{{each['staff_id']}}"
          % if each['staff_id'] == one:
          selected
          % end
        >{{each['full_name']}}</option>
        % end
      </select>
    </div>
    % if errors.get('day'):
    <div class="invalid-feedback d-block">{{errors['day']}}</div>
    % end
    <input type="hidden" name="day" value="{{day}}">
    % include('parts/field.tpl', name='time', label='Time on ' + written.short_day(day), longest=20, autocomplete='off', hint='In steps of five minutes, such as 12:05')
    <button class="btn btn-outline-primary align-self-start">Check this time</button>
  </form>
</details>
