% rebase('base.tpl', title='Delete ' + user['full_name'])
% at = '/admin/users/' + str(user['user_id'])
% def count(number, one, many):
%   return f'{number:,} {one if number == 1 else many}'
% end
<p><a href="{{at}}">{{user['full_name']}}</a></p>
<div class="narrow">
<h1>Delete {{user['full_name']}}?</h1>
% if is_self:
<p>This is your own account. Another admin has to delete it.</p>
% elif user['email'].endswith(removed):
<p>This account is already deleted. The name stays with past visits.</p>
% elif user['ahead_of_staff']:
<p class="fs-5">You cannot delete this account yet. {{user['full_name']}} has {{count(user['ahead_of_staff'], 'upcoming visit', 'upcoming visits')}}.</p>
<p>Reassign the visits first, or cancel them one by one.</p>
<p class="d-flex flex-wrap gap-3">
  <a class="btn btn-primary" href="{{at}}/reassign">Reassign the visits</a>
  <a class="btn btn-outline-primary" href="/admin/appointments?staff_id={{user['staff_id']}}&amp;status=booked">See the visits</a>
</p>
% else:
<p>This cannot be undone. If this person must only stop signing in, deactivate the account: you can reactivate it later.</p>
<h2 class="h5">What happens</h2>
<ul>
  % if user['staff_id'] and user['visits_of_staff']:
  <li>The name stays with {{count(user['visits_of_staff'], 'past visit', 'past visits')}}, for the patients' records. E-mail address, phone number and password are deleted. Nobody can book {{user['full_name']}} any more.</li>
  % elif user['staff_id']:
  <li>The staff record is deleted, with working hours, breaks and time off. There were no visits.</li>
  % end
  % if user['sessions']:
  <li>{{count(user['sessions'], 'device is', 'devices are')}} signed out at once.</li>
  % end
  % if user['ahead_of_patients']:
  <li><strong>{{count(user['ahead_of_patients'], 'upcoming visit is', 'upcoming visits are')}} cancelled</strong>, and the times are free again. No e-mail is sent. Please tell the patients yourself.</li>
  % end
  % if user['patients']:
  <li>{{count(user['patients'], 'patient', 'patients')}} of this account, with {{count(user['visits_of_patients'], 'visit', 'visits')}}. Names, dates of birth, contact details and notes are deleted. The visits still count in reports.</li>
  % end
  % if user['role'] != 'patient' and not user['visits_of_staff']:
  <li>{{user['full_name']}}'s actions stay in the audit, without the name.</li>
  % end
  <li>The e-mail address can be used for a new account.</li>
</ul>
<form class="d-flex flex-wrap gap-3 align-items-center" method="post" action="{{at}}/delete">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn btn-danger">Delete for good</button>
  <a href="{{at}}">Keep the account</a>
</form>
% end
</div>
