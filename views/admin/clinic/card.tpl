% # One card of the clinic's page. Takes: label, address, says (what is there), figure ('': none), is_amiss (the figure wants a look).
<li class="card card-body position-relative">
  <div class="bar">
    <a class="fw-semibold stretched-link" href="{{address}}">{{label}}</a>
    % if get('figure'):
    <span class="{{'amiss' if get('is_amiss') else 'text-body-secondary'}}">{{figure}}</span>
    % end
  </div>
  <p class="text-body-secondary mb-0">{{says}}</p>
</li>
