% # One report: its chart, and the numbers beside it. Takes: report (app/reports/reports.py), stretch (the dates, as a query).
<section class="card card-body mb-4" aria-labelledby="{{report['name']}}">
  <div class="bar">
    <h2 class="h4 mb-0" id="{{report['name']}}">{{report['title']}}</h2>
    <a class="d-print-none" href="/admin/reports/{{report['name']}}.csv?{{stretch}}">CSV<span class="visually-hidden"> of {{report['title'].lower()}}</span></a>
  </div>
  <p class="text-body-secondary">{{report['note']}}</p>
  % if not any(cell for row in report['rows'] for cell in row[1:] if cell != '–'):
  <p class="mb-0">No visits in this period.</p>
  % else:
  <div class="row g-4">
    <div class="col-lg-7">
      % if report.get('legend'):
      <p class="legend mb-2">
        % for mark, label in zip(('chart-a', 'chart-b'), report['legend']):
        <span><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><rect class="{{mark}}" x="1" y="1" width="12" height="12"/></svg>{{label}}</span>
        % end
      </p>
      % end
      % include('admin/reports/' + report['chart']['kind'] + '.tpl', chart=report['chart'], name=report['name'], title=report['title'])
    </div>
    <div class="col-lg-5">
      % if report['name'] == 'days' and len(report['rows']) > 100:
      <p class="mb-0">The <a href="/admin/reports/days.csv?{{stretch}}">CSV file</a> has a row for each day. The table of weeks is below.</p>
      % elif len(report['rows']) > 12:
      <details class="numbers">
        <summary>Show as table<span class="visually-hidden">: {{report['title'].lower()}}</span></summary>
        % include('admin/reports/table.tpl')
      </details>
      % else:
      % include('admin/reports/table.tpl')
      % end
    </div>
  </div>
  % end
</section>
