% rebase('base.tpl', title='Forget ' + patient['full_name'])
% at = '/staff/patients/' + str(patient['patient_id'])
<p><a href="{{at}}">{{patient['full_name']}}</a></p>
<div class="narrow">
<h1>Forget {{patient['full_name']}}?</h1>
% if patient['user_id']:
<p class="fs-5">This patient belongs to an account. Delete the account to forget the patient.</p>
<p><a class="btn btn-primary" href="/admin/users/{{patient['user_id']}}">Open the account</a></p>
% else:
<p>This cannot be undone. Do it when a patient asks the clinic to delete their details.</p>
<h2 class="h5">What happens</h2>
<ul>
  <li><strong>Upcoming visits are cancelled</strong>, and their times are free again. No e-mail is sent. Please tell the patient yourself.</li>
  <li>Name, date of birth, contact details and notes are deleted. Past visits still count in reports.</li>
</ul>
<form class="d-flex flex-wrap gap-3 align-items-center" method="post" action="/admin/patients/{{patient['patient_id']}}/forget">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn btn-danger">Forget for good</button>
  <a href="{{at}}">Keep the patient</a>
</form>
% end
</div>
