% # Bars that lie, each with its name above. Takes: chart (app/reports/charts.py), name (for its ids), title.
<svg class="chart" viewBox="0 0 {{chart['width']}} {{chart['height']}}" role="img" aria-labelledby="{{name}}-title {{name}}-desc">
  <title id="{{name}}-title">{{title}}</title>
  <desc id="{{name}}-desc">{{chart['summary']}}</desc>
  % for y, label, words, top, width in chart['bars']:
  <text x="0" y="{{y}}">{{label}}</text>
  <text x="{{chart['width']}}" y="{{y}}" text-anchor="end">{{words}}</text>
  <rect class="chart-open" x="0" y="{{top}}" width="{{chart['width']}}" height="8"/>
  <rect class="{{chart['mark']}}" x="0" y="{{top}}" width="{{width}}" height="8"/>
  % end
</svg>
