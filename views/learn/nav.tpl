<nav class="learn-nav" aria-label="The SQL course">
  <ul>
    % for name, path, label in (('course', '/learn', 'Course'), ('queries', '/learn/queries', 'Queries'), ('tables', '/learn/tables', 'Tables'), ('sql', '/learn/sql', 'Your own SQL'), ('race', '/learn/race', 'Race lab'), ('injection', '/learn/injection', 'Injection lab')):
    <li><a href="{{path}}" aria-current="{{'page' if name == here else 'false'}}">{{label}}</a></li>
    % end
  </ul>
</nav>
