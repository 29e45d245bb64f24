% # The numbers of a report. Takes: report.
% from datetime import date
<table class="table table-sm mb-0 {{'stack' if len(report['headings']) > 4 else ''}}">
  <caption class="visually-hidden">{{report['title']}} as a table</caption>
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
      <th scope="row" class="{{'dated' if isinstance(first, date) else ''}}">{{written.date(first) if isinstance(first, date) else first}}</th>
      % for heading, cell in zip(report['headings'][1:], row[1:]):
      <td class="amount" data-label="{{heading}}">{{'–' if cell is None else cell if isinstance(cell, str) else f'{cell:,}'}}</td>
      % end
    </tr>
    % end
  </tbody>
</table>
