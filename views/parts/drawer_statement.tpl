% # One statement of the drawer. Takes: statement.
{{statement.asks}}
<span class="learn-told"><a href="{{statement.link}}">{{statement.name}}</a>
  % for name, value in statement.values:
  <span><b>{{name}}</b> = {{value}}</span>
  % end
  <span>{{statement.outcome}}, {{'%.1f' % (statement.seconds * 1000)}} ms</span>
</span>
