<ul class="list-unstyled mb-0">
  % for label, address in menu:
  % if address == current:
  <li><a href="{{address}}" aria-current="page">{{label}}</a></li>
  % else:
  <li><a href="{{address}}">{{label}}</a></li>
  % end
  % end
</ul>
