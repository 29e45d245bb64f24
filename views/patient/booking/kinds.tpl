% # What the visit is for: every kind as a button, or the one that was chosen. Takes: services, service (chosen, or None),
% # wanted.
% if len(services) > 1:
<form method="get" action="/book" class="mb-4" aria-label="What the visit is for">
  % if wanted['patient_id']:
  <input type="hidden" name="patient_id" value="{{wanted['patient_id']}}">
  % end
  % if service:
  <p class="chosen mb-0"><span>For: <strong>{{service['name']}}</strong>, {{written.length(service['minutes'])}}</span>
    <button class="btn btn-sm btn-outline-secondary" name="page" value="1">Choose another kind<span class="visually-hidden"> of visit</span></button></p>
  % else:
  <h2 class="h4">What is the visit for?</h2>
  <ul class="kinds list-unstyled mb-0">
    % for each in services:
    <li><button class="kind" name="service_id" value="{{each['service_id']}}">{{each['name']}} <small>{{written.length(each['minutes'])}}</small></button></li>
    % end
  </ul>
  % end
</form>
% end
