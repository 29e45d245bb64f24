% # The times of one day. Takes: parts (name, slots), confirm.
% for part, slots in parts:
<h4 class="h6 text-body-secondary mt-3">{{part}}</h4>
<ul class="slots list-unstyled">
  % for slot in slots:
  <li><a class="slot" href="{{confirm}}{{slot['at']}}" aria-label="{{slot['spoken']}}">{{slot['time']}}</a></li>
  % end
</ul>
% end
