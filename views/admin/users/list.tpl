% rebase('base.tpl', title='Users')
% roles = {'patient': 'Patient', 'staff': 'Staff', 'admin': 'Admin'}
% states = {'active': 'Active', 'invited': 'Invited', 'closed': 'Deactivated'}
<h1>Users</h1>
<p class="d-flex flex-wrap gap-3 d-print-none">
  <a class="btn btn-primary" href="/admin/users/new?role=staff">Add staff</a>
  <a class="btn btn-outline-primary" href="/admin/users/new?role=patient">Add a patient</a>
  <a class="btn btn-outline-primary" href="/admin/users/new?role=admin">Add an admin</a>
</p>
<form class="card card-body mb-4 d-print-none" method="get" action="/admin/users" aria-label="Search users">
  <div class="row gx-3">
    <div class="col-lg-6">
      % include('parts/field.tpl', name='text', label='Name, e-mail or phone', longest=100, optional='quietly')
    </div>
    <div class="col-6 col-lg-3">
      % include('admin/parts/select.tpl', name='role', label='Role', empty='All roles', options=list(roles.items()))
    </div>
    <div class="col-6 col-lg-3">
      % include('admin/parts/select.tpl', name='state', label='Account', empty='All states', options=[('active', 'Active'), ('invited', 'Invited (no password yet)'), ('closed', 'Deactivated')])
    </div>
  </div>
  <div class="d-flex flex-wrap gap-3 align-items-center">
    <button class="btn btn-primary">Search</button>
    % if narrowed:
    <a href="/admin/users">Clear filters</a>
    % end
  </div>
</form>
<p role="status">{{f'{paging.total:,}'}} {{'user' if paging.total == 1 else 'users'}}</p>
% if users:
<table class="table stack">
  <thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">E-mail</th><th scope="col">Phone</th><th scope="col">Account</th><th scope="col">Last sign-in</th></tr></thead>
  <tbody>
    % for user in users:
    <tr>
      <th scope="row"><a href="/admin/users/{{user['user_id']}}">{{user['full_name']}}</a></th>
      <td data-label="Role">{{roles[user['role']]}}{{', ' + user['specialization'] if user['specialization'] else ''}}</td>
      <td class="long" data-label="E-mail">{{'–' if user['email'].endswith(removed) else user['email'] + ('' if user['email_is_proven'] else ' (not confirmed)')}}</td>
      <td data-label="Phone">{{user['phone'] or '–'}}</td>
      <td data-label="Account">{{states[user['state']]}}</td>
      <td data-label="Last sign-in">{{written.date(to_local(user['signed_in_utc'])) if user['signed_in_utc'] else 'never'}}</td>
    </tr>
    % end
  </tbody>
</table>
% include('parts/paging.tpl', paging=paging, of='users')
% else:
<p>No users found. Try a part of the name, or see <a href="/admin/users">all users</a>.</p>
% end
