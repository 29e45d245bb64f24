% role = form['role']
% what = {'staff': 'Add staff', 'patient': 'Add a patient', 'admin': 'Add an admin'}[role]
% rebase('base.tpl', title=what)
<div class="narrow">
  <h1>{{what}}</h1>
  <p>They choose their own password with a link. It works once, for a week.</p>
  <form class="card card-body" method="post" action="/admin/users" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="role" value="{{role}}">
    % include('parts/field.tpl', name='full_name', label='Full name', longest=120)
    % include('parts/field.tpl', name='email', label='E-mail address', type='email', autocomplete='off', longest=254, hint='They sign in with it.')
    % include('parts/field.tpl', name='phone', label='Phone', type='tel', autocomplete='off', longest=30, optional=True)
    % if role == 'patient':
    % include('parts/birth_date.tpl', optional=True)
    % elif role == 'staff':
    % include('admin/parts/staff_fields.tpl')
    % end
    <div class="d-flex flex-wrap gap-3 align-items-center">
      <button class="btn btn-primary">{{what}}</button>
      <a href="/admin/users">Back to users</a>
    </div>
  </form>
</div>
