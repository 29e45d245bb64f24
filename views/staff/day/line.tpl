% # One line of a day: a visit with its buttons, or what is between visits. Takes: line, staff_id, moves, late_by, back.
% if line['kind'] != 'visit':
<li class="visit visit-between">
  <span class="visit-time">{{'All day' if (line['starts_minute'], line['ends_minute']) == (0, 1440) else written.minute(line['starts_minute']) + '–' + written.minute(line['ends_minute'])}}</span>
  <span class="visit-who">{{'Break' if line['kind'] == 'break' else 'Away'}}{{': ' + line['reason'] if line['reason'] else ''}}</span>
</li>
% else:
% told = f'{line["patient_name"]}, {written.time(line["starts_at"])}'
<li class="visit visit-{{line['status']}}" id="visit-{{line['appointment_id']}}">
  <span class="visit-time">
    % if get('with_day'):
    <span class="d-block">{{written.short_day(line['starts_at'])}}</span>
    % end
    {{written.time(line['starts_at'])}}–{{written.time(line['ends_at'])}}
  </span>
  <span class="visit-who"><a href="/appointments/{{line['appointment_id']}}">{{line['patient_name']}}<span class="visually-hidden">, {{written.time(line['starts_at'])}}</span></a>
    <span class="visit-more">
      % if line['age'] is not None:
      {{line['age']}} years{{',' if line['phone'] else ''}}
      % end
      % if line['phone']:
      <a class="text-nowrap" href="{{line['phone_link']}}">{{line['phone']}}</a>
      % end
    </span>
  </span>
  <span class="visit-what"><span>{{line['service_name']}}<span class="visit-where">, {{written.place(line, 'no room')}}{{', ' + line['staff_name'] if not staff_id else ''}}</span></span>
    % if line['reason']:
    <span class="visit-more line-reason">“{{' '.join(line['reason'].split())}}”</span>
    % end
  </span>
  <span class="visit-state">
    % include('staff/day/state.tpl', line=line)
  </span>
  % if line['alert'] or line['note'] or line['unfitting']:
  <div class="visit-words">
    % if line['unfitting']:
    <a class="visit-unfit" href="/staff/hours/visits?staff_id={{line['unfitting']['staff_id']}}">{{f"{line['staff_name']} is away" if line['unfitting']['is_away'] else 'No longer fits: ' + line['unfitting']['against']}}<span class="visually-hidden">: {{told}}</span></a>
    % end
    % include('parts/alert.tpl', alert=line['alert'])
    % include('parts/note.tpl', note=line['note'])
  </div>
  % end
  % if get('moves'):
  % include('staff/day/act.tpl', line=line, told=told, steps=moves(line))
  % end
</li>
% end
