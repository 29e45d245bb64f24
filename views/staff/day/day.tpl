% from datetime import timedelta
% rebase('base.tpl', title=('Today' if day == today else written.short_day(day)) + (f', {name}' if name and sees_all else ''))
% own = f'&staff_id={staff_id}' if sees_all else ''
% kept = '&view=list' + own if sees_all else ''
<div class="bar">
  <h1 class="mb-0">{{'Today, ' if day == today else ''}}{{written.day(day)}}</h1>
  % if sees_all:
  % include('parts/find_patient.tpl', look='day-search')
  % end
  % include('parts/turn_days.tpl', of='day', before=f'/staff?day={day - timedelta(days=1)}{kept}', now_link=f'/staff?day={today}{kept}', after=f'/staff?day={day + timedelta(days=1)}{kept}')
</div>
<div class="day-tools d-print-none">
  % include('staff/board/views.tpl', shown='List')
  <form method="get" action="/staff">
    <input type="hidden" name="view" value="list">
    % if sees_all:
    <label class="visually-hidden" for="staff_id">Show</label>
    % include('staff/day/people.tpl')
    % end
    <label class="visually-hidden" for="day">Day</label>
    % if errors.get('day'):
    <div class="invalid-feedback d-block" id="day-error">{{errors['day']}}</div>
    % end
    <input class="form-control {{'is-invalid' if errors.get('day') else ''}}" type="date" id="day" name="day" value="{{form.get('day', day)}}">
    <button class="btn btn-outline-primary">Show</button>
  </form>
</div>
<p class="mb-2">
  % if sees_all:
  <strong>{{name or 'Everybody'}}.</strong>
  % end
  % if hours:
  At work {{' and '.join(f'{written.minute(block["starts_minute"])}–{written.minute(block["ends_minute"])}' for block in hours)}}.
  % elif staff_id > 0:
  Not at work on this day.
  % end
  {{count['visits']}} {{'visit' if count['visits'] == 1 else 'visits'}}{{''.join(f', {count[status]} {label}' for status, label in (('arrived', 'here now'), ('completed', 'done'), ('no_show', 'didn’t come'), ('cancelled', 'cancelled')) if count[status])}}.
</p>
% if closed is not None:
<p class="alert alert-warning">The clinic is closed on this day: {{closed}}</p>
% end
% for person in away:
<p class="mb-1">{{person['name']}} is away {{'all day' if (person['starts_minute'], person['ends_minute']) == (0, 1440) else written.minute(person['starts_minute']) + '–' + written.minute(person['ends_minute'])}}{{': ' + person['reason'] if person['reason'] else ''}}</p>
% end
% include('parts/attention.tpl')
% if waiting:
<p class="d-print-none"><a href="/staff?open=1{{own}}"><span class="badge text-bg-warning">{{waiting}}</span> {{'visit' if waiting == 1 else 'visits'}} to close: did the patient come?</a></p>
% end
% if sections:
% include('staff/day/sections.tpl')
% elif lines:
<ol class="visit-list list-unstyled mb-3">
  % for line in lines:
  % include('staff/day/line.tpl', line=line)
  % end
</ol>
% end
% if count['visits']:
<p class="text-body-secondary mb-0 d-print-none">You can print this list. Cancelled visits are left out.</p>
% else:
<p>No visits on this day. <a href="/staff/upcoming{{'?' + own[1:] if own else ''}}">See upcoming visits</a>\\
  % if visitor.role == 'staff':
, or <a href="/staff/book">book for a patient</a>\\
  % end
.</p>
% end
