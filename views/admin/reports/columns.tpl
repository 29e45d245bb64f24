% # Upright bars. Takes: chart (app/reports/charts.py), name (for its ids), title.
<svg class="chart" viewBox="0 0 {{chart['width']}} {{chart['height']}}" role="img" aria-labelledby="{{name}}-title {{name}}-desc">
  <title id="{{name}}-title">{{title}}</title>
  <desc id="{{name}}-desc">{{chart['summary']}}</desc>
  % for y, number in chart['lines']:
  <line class="chart-line" x1="44" y1="{{y}}" x2="{{chart['width']}}" y2="{{y}}"/>
  <text x="38" y="{{y + 5}}" text-anchor="end">{{number}}</text>
  % end
  % for x, y, width, height, mark, words in chart['bars']:
  <rect class="{{mark}}" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}"><title>{{words}}</title></rect>
  % end
  % for x, label in chart['labels']:
  <text x="{{x}}" y="{{chart['baseline'] + 20}}" text-anchor="middle">{{label}}</text>
  % end
</svg>
