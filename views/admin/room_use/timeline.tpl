% # Who is in which room, as lanes. Takes: chart (app/reports/charts.py), name (for its ids), title, summary.
<svg class="chart chart-wide" viewBox="0 0 {{chart['width']}} {{chart['height']}}" role="img" aria-labelledby="{{name}}-title {{name}}-desc">
  <title id="{{name}}-title">{{title}}</title>
  <desc id="{{name}}-desc">{{summary}}</desc>
  % for top, room, bars in chart['lanes']:
  % for left, width in chart['open']:
  <rect class="chart-open" x="{{left}}" y="{{top + 6}}" width="{{width}}" height="16"/>
  % end
  <text x="0" y="{{top}}">{{room}}</text>
  % for left, with_patient, width, words in bars:
  <rect class="chart-b" x="{{left}}" y="{{top + 6}}" width="{{width}}" height="16"/>
  <rect class="chart-a" x="{{left}}" y="{{top + 6}}" width="{{with_patient}}" height="16"><title>{{words}}</title></rect>
  % end
  % end
  % for left, text, is_right in chart['ticks']:
  <line class="chart-line" x1="{{left}}" y1="0" x2="{{left}}" y2="{{chart['height'] - 24}}"/>
  <text x="{{left + 2 if is_right else left - 2}}" y="{{chart['height'] - 4}}" text-anchor="{{'start' if is_right else 'end'}}">{{text}}</text>
  % end
</svg>
