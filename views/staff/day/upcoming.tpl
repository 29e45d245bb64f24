% rebase('base.tpl', title='Upcoming visits')
<p class="back mb-2"><a href="/staff/week{{f'?staff_id={staff_id}' if staff_id > 0 else ''}}">Week</a></p>
<h1>Upcoming visits</h1>
<form class="filters filters-compact mb-3 d-print-none" method="get" action="/staff/upcoming">
  % include('staff/day/whose.tpl')
  <div>
    <label class="form-label" for="days">Period</label>
    <select class="form-select" id="days" name="days">
      % for span, label in spans.items():
      <option value="{{span}}" {{'selected' if span == days else ''}}>{{label.capitalize()}}</option>
      % end
    </select>
  </div>
  <button class="btn btn-outline-primary">Show</button>
</form>
% if by_day:
<p>{{paging.total}} {{'visit' if paging.total == 1 else 'visits'}} in the {{spans[days]}}.</p>
% for of_day, lines in by_day:
<h2 class="h5 mt-4"><a href="/staff?day={{of_day}}{{f'&staff_id={staff_id}' if sees_all else ''}}">{{written.day(of_day)}}</a></h2>
<ol class="visit-list visit-list-plain list-unstyled mb-0">
  % for line in lines:
  % include('staff/day/line.tpl', line=line)
  % end
</ol>
% end
% include('parts/paging.tpl', of='upcoming visits')
% else:
<p>No visits are booked in the {{spans[days]}}.
  % if visitor.role == 'staff':
  <a href="/staff/book">Book for a patient</a>, or look further ahead.
  % else:
  Look further ahead.
  % end
</p>
% end
