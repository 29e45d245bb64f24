% # One coming visit of the visitor's people, with what can be done. Takes: visit (with may_change).
% at = '/appointments/%d' % visit['appointment_id']
% whose = '' if visit['relation'] == 'self' else ' for ' + visit['patient_name']
% what = '%s with %s%s' % (visit['service_name'], visit['staff_name'], whose)
<h3 class="h5 mb-1"><a href="{{at}}">{{written.moment(visit['starts_at'])}}</a></h3>
<p class="mb-0">{{visit['service_name']}} with {{visit['staff_name']}}</p>
<p class="mb-3 text-body-secondary">For <bdi>{{visit['patient_name'] if whose else 'you'}}</bdi>{{', ' + written.place(visit) if written.place(visit, '') else ''}}</p>
% if visit['may_change'] == 'yes':
<p class="d-flex gap-2 mt-auto mb-0">
  <a class="btn btn-outline-primary" href="{{at}}/reschedule" aria-label="Move: {{what}}, {{written.moment(visit['starts_at'])}}">Move</a>
  <a class="btn btn-outline-secondary" href="{{at}}/cancel" aria-label="Cancel: {{what}}, {{written.moment(visit['starts_at'])}}">Cancel</a>
</p>
% elif visit['status'] == 'booked' and clinic.phone:
<p class="mt-auto mb-0">To move or cancel it, please call <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.</p>
% elif visit['status'] == 'booked':
<p class="mt-auto mb-0">To move or cancel it, please ask at the front desk.</p>
% else:
<p class="mt-auto mb-0">{{visit['status_label']}}</p>
% end
