% # Which mark stands for what. Takes: report, whose legend is [(CSS class, words)…].
<p class="legend mb-1">
  % for mark, label in report['legend']:
  <span><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><rect class="{{mark}}" x="1" y="1" width="12" height="12"/></svg>{{label}}</span>
  % end
</p>
