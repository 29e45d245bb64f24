% # A field for each hour of each weekday. Takes: chart (app/reports/charts.py), name (for its ids), title.
<svg class="chart" viewBox="0 0 {{chart['width']}} {{chart['height']}}" role="img" aria-labelledby="{{name}}-title {{name}}-desc">
  <title id="{{name}}-title">{{title}}</title>
  <desc id="{{name}}-desc">{{chart['summary']}}</desc>
  % for x, label in chart['hours']:
  <text x="{{x}}" y="16" text-anchor="middle">{{label}}</text>
  % end
  % for y, label in chart['days']:
  <text x="0" y="{{y}}">{{label}}</text>
  % end
  % for x, y, width, number, opacity in chart['cells']:
  <rect class="chart-a" x="{{x}}" y="{{y}}" width="{{width}}" height="26" fill-opacity="{{opacity}}" stroke-opacity="0.25"/>
  % if chart['numbered'] and number:
  <text x="{{x + width / 2}}" y="{{y + 19}}" text-anchor="middle">{{number}}</text>
  % end
  % end
</svg>
