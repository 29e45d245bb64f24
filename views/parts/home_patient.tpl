% # The top of the first page for a patient. Takes: greeting, first_name, coming (visits), has_more, today.
<h1>{{greeting}}, <bdi>{{first_name}}</bdi></h1>
% if coming:
<h2 class="h4">{{'Your upcoming visit' if len(coming) == 1 else 'Your upcoming visits'}}</h2>
<ul class="own-visits list-unstyled">
  % for visit in coming:
  <li class="card card-body">
    % include('parts/own_visit.tpl')
  </li>
  % end
</ul>
% else:
<p class="lead">You have no upcoming visits.</p>
% end
<p class="d-flex flex-wrap gap-3 mb-4">
  <a class="btn btn-primary btn-lg" href="/book">Book a visit</a>
  % if has_more or not coming:
  <a class="btn btn-outline-primary btn-lg" href="/appointments">{{'All my appointments' if has_more else 'My appointments'}}</a>
  % end
</p>
