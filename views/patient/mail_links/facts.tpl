% # The visit in a few lines. Takes: visit.
<dl class="facts card card-body">
  <dt>When</dt>
  <dd>{{written.day(visit['starts_at'])}}, {{written.time(visit['starts_at'])}} to {{written.time(visit['ends_at'])}}</dd>
  <dt>With</dt>
  <dd>{{visit['staff_name']}}</dd>
  <dt>For</dt>
  <dd>{{visit['patient_name']}}</dd>
  <dt>What</dt>
  <dd>{{visit['service_name']}}</dd>
  <dt>Where</dt>
  <dd>
    % include('patient/visits/where.tpl', is_clinic=False)
  </dd>
  % if visit['how_to_prepare'] and visit['status'] == 'booked':
  <dt>How to prepare</dt>
  <dd class="keep-lines">{{visit['how_to_prepare']}}</dd>
  % end
</dl>
