% rebase('base.tpl', title='Staff and accounts')
% roles = {'patient': 'Patient', 'staff': 'Staff', 'admin': 'Admin'}
% states = {'active': 'Active', 'invited': 'Invited', 'closed': 'Deactivated'}
<h1>Staff and accounts</h1>
<p class="d-flex flex-wrap gap-3 d-print-none">
  <a class="btn btn-primary" href="/admin/users/new?role=staff">Add staff</a>
  <a class="btn btn-outline-primary" href="/admin/users/new?role=patient">Add a patient</a>
  <a class="btn btn-outline-primary" href="/admin/users/new?role=admin">Add an admin</a>
</p>
<form class="card card-body mb-4 d-print-none" method="get" action="/admin/users" aria-label="Search accounts">
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
<p role="status">{{f'{paging.total:,}'}} {{'account' if paging.total == 1 else 'accounts'}}</p>
% if users:
<table class="table stack">
  <thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">E-mail and phone</th><th scope="col">Account</th></tr></thead>
  <tbody>
    % for user in users:
    <tr>
      <th scope="row"><a href="/admin/users/{{user['user_id']}}">{{user['full_name']}}</a></th>
      <td data-label="Role">{{roles[user['role']]}}{{', ' + user['specialization'] if user['specialization'] else ''}}</td>
      <td class="long address" data-label="Reached at"><span>{{'–' if user['email'].endswith(removed) else user['email'] + ('' if user['email_is_proven'] else ' (not confirmed)')}}\\
        % if user['phone']:
<span class="d-block text-body-secondary">{{user['phone']}}</span>\\
        % end
</span></td>
      <td data-label="Account"><span>{{states[user['state']]}}
        <span class="d-block text-body-secondary">{{'Signed in ' + written.date(to_local(user['signed_in_utc'])) if user['signed_in_utc'] else 'Never signed in'}}</span></span></td>
    </tr>
    % end
  </tbody>
</table>
% include('parts/paging.tpl', paging=paging, of='accounts')
% else:
<p>No accounts found. Try a part of the name, or see <a href="/admin/users">all accounts</a>.</p>
% end
