% rebase('base.tpl', title='Patients')
<h1>Patients</h1>
<div class="desk-found">
% include('staff/patients/search.tpl', action='/staff/patients', walk_in=True)
</div>
