% # What the visit is for: every kind as a link, or the one that was chosen. Takes: services, service (chosen, or None),
% # for_whom.
% if service and len(services) > 1:
<p class="chosen"><span>For: <strong>{{service['name']}}</strong>, {{written.length(service['minutes'])}}</span>
  <a class="btn btn-sm btn-outline-secondary" href="/book?page=1{{for_whom}}">Choose another kind<span class="visually-hidden"> of visit</span></a></p>
% elif len(services) > 1:
<section class="mb-4" aria-labelledby="kinds">
  <h2 class="h4" id="kinds">What is the visit for?</h2>
  <ul class="kinds list-unstyled mb-0">
    % for each in services:
    <li><a class="kind" href="/book?service_id={{each['service_id']}}{{for_whom}}">{{each['name']}} <small>{{written.length(each['minutes'])}}</small></a></li>
    % end
  </ul>
</section>
% end
