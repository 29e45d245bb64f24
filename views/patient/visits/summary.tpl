% # The visit in a few lines. Takes: visit, is_clinic.
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
  <dd>{{written.where_for_clinic(visit) if is_clinic else written.where(visit)}}</dd>
</dl>
