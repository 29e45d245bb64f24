% rebase('base.tpl', title='Details of ' + patient['full_name'])
% at = '/staff/patients/' + str(patient['patient_id'])
<p class="back mb-2"><a href="{{at}}">{{patient['full_name']}}</a></p>
<div class="narrow">
  <h1>Change details</h1>
  <p>This patient has no account, so the clinic keeps the details up to date.</p>
  <form class="card card-body" method="post" action="{{at}}/edit" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('staff/desk/patient_fields.tpl')
    <button class="btn btn-primary">Save</button>
  </form>
</div>
