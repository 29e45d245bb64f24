% # What somebody has to see to. Takes: attention: (sentence, address) pairs.
% if attention:
<ul class="board-attention list-unstyled d-print-none">
  % for sentence, link in attention:
  <li><a href="{{link}}">{{sentence}}</a></li>
  % end
</ul>
% end
