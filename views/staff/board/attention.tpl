% # What somebody has to see to. Takes: attention: (how many, sentence that goes on from it, address).
% if attention:
<ul class="board-attention list-unstyled d-print-none">
  % for amount, sentence, link in attention:
  <li><a href="{{link}}"><b>{{amount}}</b> {{sentence}}</a></li>
  % end
</ul>
% end
