% rebase('base.tpl', title='Welcome')
<h1>Welcome to {{clinic.name}}</h1>
<p class="fs-5">Four steps until patients can book. <span class="text-body-secondary">{{first_run['done']}} of 4 done</span></p>
% include('admin/first_steps.tpl')
