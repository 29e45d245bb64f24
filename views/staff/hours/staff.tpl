% rebase('base.tpl', title='Availability')
% def moment(day, at):
%   return written.moment(at) if at.hour or at.minute else written.day(day)
% end
<h1>Availability</h1>
% if not people:
<p class="fs-5">Nobody can be booked yet. Once there is a member of staff, their hours are set here.</p>
% else:
<p>Whose hours, breaks and time off do you want to see or change?</p>
<ul class="list-unstyled row g-3">
  % for each in people:
  <li class="col-md-6 col-xl-4">
    <div class="card card-body h-100">
      <h2 class="h5 mb-1"><a class="stretched-link" href="/staff/availability?staff_id={{each['staff_id']}}">{{each['full_name']}}</a></h2>
      <p class="mb-0 text-body-secondary">{{each['specialization']}}</p>
      % if each['away_until']:
      <p class="mb-0 mt-2"><strong>Away</strong> until {{moment(last_moment(each['away_until']), each['away_until'])}}</p>
      % elif each['away_from']:
      <p class="mb-0 mt-2">Away from {{moment(each['away_from'], each['away_from'])}}</p>
      % end
    </div>
  </li>
  % end
</ul>
% end
