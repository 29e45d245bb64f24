% # What must not be forgotten, a line each. Takes: attention (of attention.find, in app/visits).
% if attention:
<section class="attention-now d-print-none" aria-label="Needs attention">
  <ul class="list-unstyled mb-0">
    % for count, sentence, link in attention:
    <li><a href="{{link}}"><span class="badge text-bg-warning">{{count}}</span> {{sentence}}</a></li>
    % end
  </ul>
</section>
% end
