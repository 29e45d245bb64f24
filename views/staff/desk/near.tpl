% # Free times near the one looked at. Takes: near, blocks, wish.
% from urllib.parse import urlencode
<section class="mb-4" aria-labelledby="near">
  <h2 class="h5" id="near">{{'Other free times on this day' if blocks else 'Other free times'}}</h2>
  <ul class="list-unstyled desk-times">
    % for each in near:
    <li><a class="btn btn-outline-primary" href="/staff/book/confirm?{{urlencode({**wish, 'staff_id': each['staff_id'], 'starts_at': each['starts_at'].strftime('%Y-%m-%dT%H:%M')})}}">{{written.time(each['starts_at'])}} {{each['full_name']}}</a></li>
    % end
  </ul>
</section>
