% # The hours beside the columns. Takes: hours (minutes of the day), now_row, now.
<div class="board-corner" aria-hidden="true"></div>
<div class="board-axis" aria-hidden="true">
  % for number, hour in enumerate(hours):
  <span class="at-{{12 * number}} len-12">{{'' if now_row is not None and 0 <= now_row - 12 * number < 3 else written.minute(hour)}}</span>
  % end
  % if now_row is not None:
  <b class="board-clock at-{{now_row}}" id="now">{{written.time(now)}}</b>
  % end
</div>
