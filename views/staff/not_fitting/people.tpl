% # Whose visits somebody has to decide on. Takes: people (of attention.list_people).
% rebase('base.tpl', title='Visits to rearrange')
<h1>Visits to rearrange</h1>
% if not people:
<p>Nothing is left to decide: nobody who is away, or gone, has an upcoming visit.</p>
<p><a href="/staff">Today</a></p>
% else:
<p>These people are away, gone, or no longer offer a service that is booked with them; or the clinic is closed then.</p>
<ul class="list-unstyled divided narrow">
  % for person in people:
  <li><a class="fw-semibold" href="/staff/hours/visits?staff_id={{person['staff_id']}}">{{person['full_name']}}</a>, {{person['amount']}} {{'visit' if person['amount'] == 1 else 'visits'}}</li>
  % end
</ul>
% end
