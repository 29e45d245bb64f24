% # What needs attention now. Takes: lines (app/reports/attention.py).
<section class="card card-body needs-attention" aria-labelledby="attention">
  <h2 class="h5" id="attention">Needs attention</h2>
  <ul class="list-unstyled divided mb-0">
    % for line in lines:
    % words = line.sentence if line.count is None else f'{line.count} {line.sentence}'
    % if line.page:
    <li><a href="{{line.page}}">{{words}}</a></li>
    % else:
    <li class="long">{{words}}.</li>
    % end
    % end
  </ul>
</section>
