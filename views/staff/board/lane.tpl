% # One column of the board as a list: on a wide screen drawn to scale, on a phone line by line. Takes: column, day, label
% # (whose or which column it is), is_now_drawn, with_buttons, and for a room's column with_staff.
% person, minute = column.get('person'), written.minute
% verbs = {'booked': ('Check in', 'arrived'), 'arrived': ('Finish', 'completed')}
<ol class="board-lane list-unstyled">
  % if now_row is not None and is_now_drawn:
  <li class="board-now at-{{now_row}}" aria-hidden="true"></li>
  % end
  % for each in column['blocks']:
  % kind, visit, place = each['kind'], each.get('visit'), 'at-%d len-%d' % (each['row'], each['rows'])
  % times = minute(each['start']) + '–' + minute(each['end'])
  % if visit:
  % state = 'late' if each['late'] else visit['status']
  <li id="visit-{{visit['appointment_id']}}" class="{{place}} board-visit{{'' if state == 'booked' else ' is-' + state}}"><a href="/appointments/{{visit['appointment_id']}}"><i>{{times}}</i>\\
    % if each['is_unfitting']:
 <strong class="board-flag">away</strong>\\
    % end
    % if visit['alert']:
 <strong class="board-flag" title="{{visit['alert']}}">alert</strong>\\
    % end
 <b>{{visit['patient_name']}}</b>\\
    % if state == 'arrived':
 <em>● here{{'' if each['waiting'] is None else ' ' + written.length(each['waiting'])}}</em>\\
    % elif state == 'late':
 <em>late {{written.length(each['late'])}}{{', said %d' % visit['late_minutes'] if visit['late_minutes'] else ''}}</em>\\
    % elif visit['late_minutes'] and state == 'booked':
 <em>says {{visit['late_minutes']}} min late</em>\\
    % elif state == 'completed':
 <em>✓ done</em>\\
    % elif state == 'no_show':
 <em>– did not come</em>\\
    % end
 <small>{{visit['staff_name'] + ', ' if get('with_staff') else ''}}{{visit['service_name']}}{{'' if get('with_staff') or not written.place(visit, '') else ', ' + written.place(visit)}}</small></a>\\
    % verb = verbs.get(visit['status']) if get('with_buttons') and each['start'] - now_minute <= 60 else None
    % if verb:
<button class="board-verb" form="{{visit['status']}}" formaction="/appointments/{{visit['appointment_id']}}/status" name="status" value="{{verb[1]}}">{{verb[0]}}<span class="visually-hidden">: {{visit['patient_name']}}, {{minute(each['start'])}}</span></button>\\
    % end
</li>
  % elif kind == 'free' and person:
  <li class="{{place}} board-free"><a href="/staff/book?staff_id={{person['staff_id']}}&amp;day={{day}}&amp;time={{'%02d:%02d' % divmod(each['at'], 60)}}{{service}}"><span class="visually-hidden">Book with {{person['full_name']}}, {{written.short_day(day) + ', ' if get('with_day') else ''}}</span>{{minute(each['at'])}} <span class="board-more">free, {{written.length(each['minutes'])}}</span></a></li>
  % elif kind == 'free':
  <li class="{{place}} board-free"><i>{{times}}</i> <span>free</span></li>
  % elif kind == 'past':
  <li class="{{place}} board-past" aria-hidden="true"></li>
  % elif kind == 'pause':
  <li class="{{place}} board-pause"><i>{{times}}</i> <span>pause</span></li>
  % else:
  <li class="{{place}} board-off is-{{kind}}"><i>{{'All day' if (each['start'], each['end']) == (0, 1440) else times}}</i> <span>{{{'time_off': 'Away', 'break': 'Break', 'closed': 'Closed', 'taken': 'Taken'}[kind]}}{{': ' + each['reason'] if each['reason'] else ''}}</span></li>
  % end
  % end
  % if all(each['kind'] in ('past', 'pause') for each in column['blocks']):
  <li class="board-empty">Nothing more on this day.</li>
  % end
</ol>
