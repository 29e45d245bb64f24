% # Seven days to choose one from. Takes: days, day (the chosen one), day_address (all of a day's address but the day).
<ol class="week-strip list-unstyled" aria-label="Days">
  % for row in days:
  % chosen = 'date' if row['day'] == day else 'false'
  <li>
    % if row['is_open']:
    <a class="day" href="{{day_address}}{{row['day']}}" aria-current="{{chosen}}"><small>{{written.weekday(row['day'])}}</small> {{row['day'].day}}<span class="visually-hidden"> {{written.month(row['day'])}}:</span> <small>free</small></a>
    % else:
    <span class="day" aria-current="{{chosen}}"><small>{{written.weekday(row['day'])}}</small> {{row['day'].day}}<span class="visually-hidden"> {{written.month(row['day'])}}:</span> <small>{{'closed' if row['closed'] is not None else 'not yet' if row['is_too_far'] else 'none'}}</small></span>
    % end
  </li>
  % end
</ol>
