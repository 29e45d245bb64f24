% # One report: its chart, and its numbers under "Show as table". Takes: report (app/reports/reports.py), stretch (the
% # dates, as a query), is_small (on the dashboard: the chart and what it is about).
<section class="card card-body" aria-labelledby="{{report['name']}}">
  <div class="bar">
    % if get('is_small'):
    <h3 class="h6 mb-0" id="{{report['name']}}">{{report['title']}}</h3>
    % else:
    <h2 class="h5 mb-0" id="{{report['name']}}">{{report['title']}}</h2>
    % end
    % if not get('is_small'):
    <a class="d-print-none" href="/admin/reports/{{report['name']}}.csv?{{stretch}}">CSV<span class="visually-hidden"> of {{report['title'].lower()}}</span></a>
    % elif report.get('legend'):
    % include('admin/reports/legend.tpl')
    % end
  </div>
  % is_empty = not any(cell for row in report['rows'] for cell in row[1:] if cell != '–')
  % if not is_empty and not get('is_small'):
  <p class="text-body-secondary mb-2">{{report['note']}}</p>
  % end
  % if is_empty:
  <p class="mb-0">No visits in this period.</p>
  % else:
  % if report.get('legend') and not get('is_small'):
  % include('admin/reports/legend.tpl')
  % end
  % include('admin/reports/' + report['chart']['kind'] + '.tpl', chart=report['chart'], name=report['name'], title=report['title'])
  <details class="numbers mt-auto pt-2">
    <summary>Show as table<span class="visually-hidden">: {{report['title'].lower()}}</span></summary>
    % if report['name'] == 'days' and len(report['rows']) > 100:
    <p class="mb-0">The <a href="/admin/reports/days.csv?{{stretch}}">CSV file</a> has a row for each day. The table of weeks is below.</p>
    % else:
    % include('admin/reports/table.tpl')
    % end
  </details>
  % end
</section>
