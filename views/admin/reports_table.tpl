% # The numbers of a report. Takes: report.
% from datetime import date
<table class="table table-sm mb-0">
  <caption class="visually-hidden">{{report['title']}}, the numbers</caption>
  <thead>
    <tr>
      % for place, heading in enumerate(report['headings']):
      <th scope="col" class="{{'amount' if place else ''}}">{{heading}}</th>
      % end
    </tr>
  </thead>
  <tbody>
    % for row in report['rows']:
    <tr>
      % first = row[0]
      <th scope="row" class="fw-normal">{{written.date(first) if isinstance(first, date) else first}}</th>
      % for cell in row[1:]:
      <td class="amount">{{'–' if cell is None else cell if isinstance(cell, str) else f'{cell:,}'}}</td>
      % end
    </tr>
    % end
  </tbody>
</table>
