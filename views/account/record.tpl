% rebase('base.tpl', title='Is this you?')
% at = '/profile/records/%d' % offered['patient_id']
<div class="column">
  <p class="back mb-2"><a href="/profile">Profile</a></p>
  <h1>Is this you?</h1>
  <p>We found a record in the name of <strong class="text-nowrap">{{offered['initials']}}</strong> with your e-mail address. The front desk made it.</p>
  % if offered['can_be_claimed']:
  <form class="card card-body mb-3" method="post" action="{{at}}" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <p>If it is yours, or somebody’s whom you book for, tell us the date of birth. Then you see its visits here.</p>
    % include('parts/birth_date.tpl', hint='Of the person whose record it is.')
    <button class="btn btn-primary">Add this record</button>
  </form>
  % else:
  <p>The record has no date of birth, so we cannot ask whether it is yours. Please ask at the front desk.</p>
  % end
  <form method="post" action="{{at}}/not-me">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <p class="mb-2">Not yours, and nobody’s whom you book for?</p>
    <button class="btn btn-outline-secondary">This is not me</button>
  </form>
</div>
