% # One line of a day: a visit with its buttons, or what is between visits. Takes: line, staff_id, moves, back.
% if line['kind'] != 'visit':
<li class="line line-between">
  <span class="line-time">{{'All day' if (line['starts_minute'], line['ends_minute']) == (0, 1440) else written.minute(line['starts_minute']) + '–' + written.minute(line['ends_minute'])}}</span>
  <span>{{'Break' if line['kind'] == 'break' else 'Away'}}{{': ' + line['reason'] if line['reason'] else ''}}</span>
</li>
% else:
% told = f'{line["patient_name"]}, {written.time(line["starts_at"])}'
<li class="line status-line-{{line['status']}}" id="visit-{{line['appointment_id']}}">
  <span class="line-time">
    % if get('with_day'):
    <span class="d-block">{{written.short_day(line['starts_at'])}}</span>
    % end
    {{written.time(line['starts_at'])}}–{{written.time(line['ends_at'])}}
  </span>
  <span class="line-who"><a href="/appointments/{{line['appointment_id']}}">{{line['patient_name']}}<span class="visually-hidden">, {{written.time(line['starts_at'])}}</span></a>
    <span class="line-more">
      % if line['age'] is not None:
      {{line['age']}} years{{',' if line['phone'] else ''}}
      % end
      % if line['phone']:
      <a class="text-nowrap" href="{{line['phone_link']}}">{{line['phone']}}</a>
      % end
    </span>
  </span>
  <span class="line-what">{{line['service_name']}}<span class="line-more">{{written.place(line, 'no room')}}{{', ' + line['staff_name'] if not staff_id else ''}}</span>
    % if line['reason']:
    <span class="line-more line-reason">“{{' '.join(line['reason'].split())}}”</span>
    % end
  </span>
  <span class="line-status"><span class="status status-{{line['status']}}">{{line['status_label']}}</span>
    % if line.get('unfitting'):
    <a class="badge text-bg-warning text-wrap" href="/staff/hours/visits?staff_id={{line['unfitting']['staff_id']}}">No longer fits: {{line['unfitting']['against']}}<span class="visually-hidden">: {{told}}</span></a>
    % end
  </span>
  % if get('moves'):
  <form class="line-buttons d-print-none" method="post" action="/appointments/{{line['appointment_id']}}/status">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="from_status" value="{{line['status']}}">
    <input type="hidden" name="version" value="{{line['version']}}">
    <input type="hidden" name="next" value="{{back}}">
    % for move in moves(line):
    <button class="btn btn-sm {{'btn-outline-secondary' if move['is_undo'] else 'btn-outline-primary'}}" name="status" value="{{move['to_status']}}">{{'Undo' if move['is_undo'] else move['action']}}<span class="visually-hidden">{{' ' + move['action'].removeprefix('Undo ') if move['is_undo'] else ''}}: {{told}}</span></button>
    % end
  </form>
  % end
</li>
% end
