% rebase('base.tpl', title='Today')
<div class="bar mb-2">
  <h1 class="mb-0">Today</h1>
  <p class="text-body-secondary mb-0">{{written.day(today)}}</p>
</div>
% if first_run:
% include('admin/open.tpl')
% end
<dl class="trends">
  % for number in numbers:
  <div class="card card-body">
    <dt>{{number.label}}</dt>
    <dd><a class="trend-count" href="{{number.page}}">{{f'{number.count:,}'}}<span class="visually-hidden">: {{number.label.lower()}}</span></a>
      % if number.percent is None:
      <span class="trend-before">{{number.before}} {{number.when}}</span>
      % elif number.percent == 0:
      <span class="trend-change">as many</span> <span class="trend-before">as {{number.when}}</span>
      % else:
      <span class="trend-change"><span aria-hidden="true">{{'▲' if number.percent > 0 else '▼'}} </span>{{abs(number.percent)}} %<span class="visually-hidden"> {{'more' if number.percent > 0 else 'fewer'}},</span></span>
      <span class="trend-before">{{number.before}} {{number.when}}</span>
      % end
    </dd>
  </div>
  % end
</dl>
<div class="beside mb-3">
  % if lines:
  % include('admin/parts/attention.tpl')
  % end
  <section class="card card-body" aria-labelledby="coming">
    <div class="bar mb-2">
      <h2 class="h5 mb-0" id="coming">Next visits</h2>
      % if coming:
      <p class="mb-0"><a href="/admin/appointments?from_day={{today}}&amp;until_day={{today}}&amp;status=arrived">{{counts['here']}} in the clinic now</a> · <a href="/admin/appointments?from_day={{today}}&amp;status=booked">{{f'{counts["coming"]:,}'}} upcoming</a></p>
      % end
    </div>
    % if coming:
    <ol class="list-unstyled divided next-visits mb-0">
      % for visit in coming:
      <li>
        <a class="fw-semibold" href="/appointments/{{visit['appointment_id']}}">{{written.time(visit['starts_at']) if visit['starts_at'].date() == today else written.soon(visit['starts_at']) if (visit['starts_at'].date() - today).days > 6 else written.weekday(visit['starts_at']) + ' ' + written.time(visit['starts_at'])}}<span class="visually-hidden">, {{visit['patient_name']}}</span></a>
        <span><bdi>{{visit['patient_name']}}</bdi></span>
        <span class="text-body-secondary">{{visit['service_name']}}, {{visit['staff_name']}}</span>
      </li>
      % end
    </ol>
    % elif first_run:
    <p class="mb-0">No visits are booked yet.</p>
    % else:
    <p class="mb-0">No visits are booked. Check that <a href="/admin/users?role=staff">your staff</a> have working hours and offer services.</p>
    % end
  </section>
</div>
<div class="bar">
  <h2 class="h5 mb-1">Last 5 weeks</h2>
  <p class="mb-0 d-print-none"><a href="/admin/reports">All reports</a></p>
</div>
<div class="beside">
  % for report in reports:
  % include('admin/reports/one.tpl', report=report, is_small=True)
  % end
</div>
% if last_backup:
<p class="text-body-secondary d-print-none">{{last_backup}}</p>
% end
