% # When somebody is at work, each stretch whole on its line. Takes: frame.
% hours = [row for row in frame if row['kind'] == 'hours']
<span class="board-hours">
  % for row in hours:
  <span class="text-nowrap">{{written.minute(row['starts_minute'])}}–{{written.minute(row['ends_minute'])}}{{',' if row is not hours[-1] else ''}}</span>
  % end
  {{'' if hours else 'not at work'}}
</span>
