% rebase('base.tpl', title='Records in your name')
<div class="column">
  <p class="back mb-2"><a href="/profile">Profile</a></p>
  <h1>Records in your name</h1>
  % if offered:
  <p>The front desk made these records. They have your e-mail address. Are they yours?</p>
  <ul class="list-unstyled divided">
    % for record in offered:
    <li class="position-relative"><a class="stretched-link" href="/profile/records/{{record['patient_id']}}">Record of {{record['initials']}}</a></li>
    % end
  </ul>
  % elif not visitor.email_is_proven:
  <p class="mb-0">We look for records with your e-mail address once it is confirmed.</p>
  % else:
  <p>We have no other record with your e-mail address.</p>
  <p class="mb-0">Were you here before? Ask at the front desk. They can merge your records.</p>
  % end
</div>
