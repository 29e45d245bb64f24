% # Visits as a list. Takes: visits, paging, and what to call the links to other pages: earlier, later, label.
% from app.names import spoken
<ul class="visits list-unstyled">
  % for visit in visits:
  <li class="card card-body">
    <h3 class="h6 mb-1"><a class="stretched-link" href="/appointments/{{visit['appointment_id']}}">{{written.moment(visit['starts_at'])}}</a></h3>
    <p class="mb-0">{{visit['service_name']}} with {{visit['staff_name']}}</p>
    <p class="mb-2 text-body-secondary">For <bdi>{{'you' if visit['relation'] == 'self' else visit['patient_name']}}</bdi>{{', ' + written.place(visit) if written.place(visit, '') else ''}}</p>
    <div class="bar">
      <span class="status status-{{visit['status']}}">{{visit['status_label']}}</span>
      % if visit.get('is_bookable'):
      <a class="btn btn-sm btn-outline-primary position-relative z-2" href="/book/{{visit['staff_id']}}?service_id={{visit['service_id']}}&amp;patient_id={{visit['patient_id']}}" aria-label="Book again: {{visit['service_name']}} with {{visit['staff_name']}}{{'' if visit['relation'] == 'self' else ' for ' + visit['patient_name']}}">Book again\\
        % if visit['relation'] != 'self':
 for <bdi>{{spoken(visit['patient_name'])[0]}}</bdi>\\
        % end
</a>
      % end
      % if visit.get('may_change') == 'yes':
      % when = written.moment(visit['starts_at'])
      <span class="d-flex gap-2 position-relative z-2">
        <a class="btn btn-sm btn-outline-primary" href="/appointments/{{visit['appointment_id']}}/reschedule" aria-label="Move: {{visit['service_name']}}, {{when}}">Move</a>
        <a class="btn btn-sm btn-outline-secondary" href="/appointments/{{visit['appointment_id']}}/cancel" aria-label="Cancel: {{visit['service_name']}}, {{when}}">Cancel</a>
      </span>
      % end
    </div>
  </li>
  % end
</ul>
% if paging.pages > 1:
<nav class="d-flex gap-3" aria-label="{{label}}">
  % if paging.page > 1:
  <a class="btn btn-outline-primary" href="{{paging.link(paging.page - 1)}}#{{paging.name}}">{{earlier}}</a>
  % end
  % if paging.page < paging.pages:
  <a class="btn btn-outline-primary" href="{{paging.link(paging.page + 1)}}#{{paging.name}}">{{later}}</a>
  % end
</nav>
% end
