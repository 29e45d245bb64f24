% # What a statement costs here and in the other places of the course. Part of query.tpl, with its values.
% counts = {place: each.found.read for place, each in answers.items() if each.found}
<section class="learn-costs" aria-labelledby="on">
  <h2 class="h5" id="on">What it costs</h2>
  <table class="table table-sm mb-2">
    <thead><tr><th scope="col">In the clinic</th><th scope="col" class="text-end">rows read</th><th scope="col" class="text-end">ms</th></tr></thead>
    <tbody>
    % for place, words in choices.items():
    <tr class="{{'learn-here' if place == on and answer else ''}}">
      <th scope="row">
        % if place == on and answer:
        {{words}} <span class="text-body-secondary fw-normal">(here)</span>
        % elif place == 'big' and not big_is_made:
        {{words}} <span class="text-body-secondary fw-normal">(not made yet)</span>
        % else:
        <a href="{{path}}?{{urlencode({**shown, 'on': place})}}#answer">{{words}}</a>
        % end
        % if place in counts:
        <progress max="{{max(*counts.values(), 1)}}" value="{{counts[place]}}" aria-hidden="true"></progress>
        % end
      </th>
      <td class="text-end">{{'{:,}'.format(counts[place]) if place in counts else '–'}}</td>
      <td class="text-end">{{'%.1f' % (answers[place].found.seconds * 1000) if place in counts else '–'}}</td>
    </tr>
    % end
    </tbody>
  </table>
  % if compared:
  <p class="mb-2">{{compared}}</p>
  % end
  % if not big_is_made:
  <form method="post" action="/learn/big" aria-label="The large clinic">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="next" value="{{path}}?{{urlencode({**shown, 'on': 'big'})}}">
    <button class="btn btn-sm btn-outline-primary">Make the clinic with 100,000 visits</button>
    <span class="form-text d-block">It takes about ten seconds, once.</span>
  </form>
  % end
  <details class="learn-fold small">
    <summary>What is a row read?</summary>
    <p class="mb-1">Each time the server steps to a row, in a table or in a key, it counts one. We show the difference of its counters (<code>Handler_read_…</code>) before and after.</p>
    <p class="mb-0">The number is the same each time. The milliseconds are not: they depend on what else the machine does.</p>
  </details>
</section>
