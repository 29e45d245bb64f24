% rebase('base.tpl', title='Reports')
<h1>Reports</h1>
<nav class="pills mb-3 d-print-none" aria-label="Usual periods">
  % for label, address, is_shown in choices:
  % if is_shown:
  <a href="/admin/reports?{{address}}" aria-current="true">{{label}}</a>
  % else:
  <a href="/admin/reports?{{address}}">{{label}}</a>
  % end
  % end
</nav>
<form class="card card-body pb-0 mb-4 d-print-none" method="get" action="/admin/reports" novalidate aria-label="Other period">
  <div class="filters filters-compact">
    <div>
      % include('parts/field.tpl', name='from_day', label='From', type='date', optional='quietly')
    </div>
    <div>
      % include('parts/field.tpl', name='until_day', label='Until', type='date', optional='quietly')
    </div>
    <div class="mb-3"><button class="btn btn-primary">Show this period</button></div>
  </div>
</form>
% if reports:
<p class="fs-5">{{written.day(first)}} to {{written.day(last)}}</p>
<nav class="pills mb-4 d-print-none" aria-label="Reports on this page">
  % for report in reports:
  <a href="#{{report['name']}}">{{report['title']}}</a>
  % end
</nav>
<div class="beside">
  % for report in reports:
  % include('admin/reports/one.tpl', report=report)
  % end
</div>
% end
