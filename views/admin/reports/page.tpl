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
<form class="card card-body mb-4 d-print-none" method="get" action="/admin/reports" novalidate aria-label="Other period">
  <div class="row gx-3">
    <div class="col-sm-6">
      % include('parts/field.tpl', name='from_day', label='From', type='date', optional='quietly')
    </div>
    <div class="col-sm-6">
      % include('parts/field.tpl', name='until_day', label='Until', type='date', optional='quietly')
    </div>
  </div>
  <div><button class="btn btn-primary">Show this period</button></div>
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
