% rebase('base.tpl', title='Forget ' + patient['full_name'])
% at = '/staff/patients/' + str(patient['patient_id'])
<p><a href="{{at}}">{{patient['full_name']}}</a></p>
<div class="narrow">
<h1>Forget {{patient['full_name']}}?</h1>
% if patient['user_id']:
<p class="fs-5">This patient belongs to an account, and is forgotten with it.</p>
<p><a class="btn btn-primary" href="/admin/users/{{patient['user_id']}}">Open the account</a></p>
% else:
<p>This can't be undone. It is for those who ask the clinic to forget them.</p>
<h2 class="h5">What happens</h2>
<ul>
  <li><strong>Coming visits are cancelled</strong>, and the times are free again. No mail is sent about it: tell them yourself.</li>
  <li>Name, birth date, contact and what was written are forgotten. Past visits still count in reports.</li>
</ul>
<form class="d-flex flex-wrap gap-3 align-items-center" method="post" action="/admin/patients/{{patient['patient_id']}}/forget">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn btn-danger">Forget for good</button>
  <a href="{{at}}">Keep the patient</a>
</form>
% end
</div>
