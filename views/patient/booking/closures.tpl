% # Why the clinic is closed on some of the days shown. Takes: days.
% closures = [row for row in days if row['closed']]
% if closures:
<ul class="list-unstyled small text-body-secondary">
  % for row in closures:
  <li>Closed on {{written.short_day(row['day'])}}: {{row['closed']}}</li>
  % end
</ul>
% end
