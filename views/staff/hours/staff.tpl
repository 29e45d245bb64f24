% rebase('base.tpl', title='Hours')
% def moment(day, at):
%   return written.moment(at) if at.hour or at.minute else written.day(day)
% end
<h1>Hours</h1>
% if not people:
<p class="fs-5">No staff can be booked yet. Add a member of staff first; then set their hours here.</p>
% else:
<p>Choose a member of staff to see or change their hours, breaks and time off.</p>
<ul class="list-unstyled row g-3">
  % for each in people:
  <li class="col-md-6 col-xl-4">
    <div class="card card-body h-100">
      <h2 class="h5 mb-1"><a class="stretched-link" href="/staff/hours?staff_id={{each['staff_id']}}">{{each['full_name']}}</a></h2>
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
