% # The visits that were ticked, could not be changed, and are listed no more. Takes: lost, pairs of number and sentence.
% if lost:
<ul>
  % for number, sentence in lost:
  <li id="visit_{{number}}"><a href="/appointments/{{number}}">Visit {{number}}</a>: {{sentence}}</li>
  % end
</ul>
% end
