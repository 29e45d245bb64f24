% rebase('base.tpl', title='Patients')
<h1 class="h3">Patients</h1>
<div class="desk-found">
% include('staff/patients/search.tpl', action='/staff/patients', walk_in=True)
</div>
