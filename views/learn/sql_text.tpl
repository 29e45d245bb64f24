% # SQL in colours. Takes: sql, label.
% from app.learn import coloured
<pre class="learn-code" role="region" aria-label="{{label}}" tabindex="0"><code>\\
% for kind, text in coloured.pieces(sql):
% if kind:
<span class="sql-{{kind}}">{{text}}</span>\\
% else:
{{text}}\\
% end
% end
</code></pre>
