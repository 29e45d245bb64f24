% # The head of a person's column. Takes: column, day, today.
% person = column['person']
% is_away = any(row['kind'] == 'time_off' for row in column['frame'])
<div class="board-head">
  <h2 class="h6 mb-0"><a href="/staff/week?staff_id={{person['staff_id']}}&amp;day={{day}}">{{person['full_name']}}</a></h2>
  <span class="board-role">{{person['specialization']}}</span>
  % include('staff/board/hours.tpl', frame=column['frame'])
  <a class="board-away d-print-none" href="/staff/away?staff_id={{person['staff_id']}}&amp;day={{day}}">{{'Away' if is_away else 'Away today' if day == today else 'Mark as away'}}<span class="visually-hidden">: {{person['full_name']}}</span></a>
</div>
