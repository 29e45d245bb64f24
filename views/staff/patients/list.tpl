% rebase('base.tpl', title='Patients')
<h1 class="h3">Patients</h1>
% include('staff/patients/search.tpl', action='/staff/patients', walk_in=True)
