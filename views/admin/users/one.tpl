% rebase('base.tpl', title=user['full_name'])
% roles = {'patient': 'Patient', 'staff': 'Staff', 'admin': 'Admin'}
% at = '/admin/users/' + str(user['user_id'])
% gone = user['email'].endswith(removed)
<p><a href="/admin/users">Staff and accounts</a></p>
<h1>{{user['full_name']}}</h1>
<p class="fs-5">{{roles[user['role']]}}\\
% if gone:
, deleted (the name stays with past visits)\\
% elif not user['is_active']:
, deactivated (cannot sign in)\\
% elif not user['has_password']:
, invited (no password yet)\\
% end
.
% if is_self:
This is your own account.
% end
</p>
<div class="row g-4">
  <div class="col-lg-6">
    <form class="card card-body" method="post" action="{{at}}" novalidate aria-labelledby="details">
      <h2 class="h5" id="details">Details</h2>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      % include('parts/field.tpl', name='full_name', label='Full name', longest=120)
      % include('parts/field.tpl', name='email', label='E-mail address', type='email', autocomplete='off', longest=254, hint='If you change it, they are signed out. They sign in with the new address.', value='' if gone and form['email'].endswith(removed) else form['email'])
      % include('parts/field.tpl', name='phone', label='Phone', type='tel', autocomplete='off', longest=30, optional=True)
      % if user['role'] == 'patient':
      % include('parts/birth_date.tpl', optional=True)
      % else:
      % include('admin/parts/select.tpl', name='role', label='Role', options=[('staff', 'Staff'), ('admin', 'Admin (can do everything)')], hint='If you change it, they are signed out.')
      % end
      <button class="btn btn-primary">Save details</button>
    </form>
    <section class="card card-body mt-4" aria-labelledby="account">
      <h2 class="h5" id="account">Account</h2>
      <p>Opened {{written.date(to_local(user['created_utc']))}}.
        % if user['signed_in_utc']:
        Last signed in {{written.moment(to_local(user['signed_in_utc']))}}.
        % else:
        Never signed in.
        % end
        {{'Signs in with a code from an app.' if user['second_factor_utc'] else ''}}
        {{'Signed in now on ' + str(user['sessions']) + (' device.' if user['sessions'] == 1 else ' devices.') if user['sessions'] else ''}}
      </p>
      % if not user['email_is_proven'] and not gone:
      <p>The e-mail address is not confirmed. We send no e-mail about visits to it. Anybody can register with somebody else’s address. Mark it as known only if its owner gave it to you in person, or on a phone number that you know.</p>
      % end
      % if user['staff_id'] and user['ahead_of_staff']:
      <p>{{user['ahead_of_staff']}} upcoming {{'visit' if user['ahead_of_staff'] == 1 else 'visits'}}. <a href="{{at}}/reassign">Reassign {{'it' if user['ahead_of_staff'] == 1 else 'them'}}</a></p>
      % end
      <p><a href="/admin/audit?user_id={{user['user_id']}}">{{user['full_name']}}'s actions in the audit</a></p>
      <div class="d-flex flex-wrap gap-3">
        % if user['is_active'] and not is_self:
        <form method="post" action="{{at}}/link"><input type="hidden" name="csrf_token" value="{{csrf_token}}"><button class="btn btn-outline-primary">{{'New password link' if user['has_password'] else 'New invitation link'}}</button></form>
        % end
        % if not user['email_is_proven'] and not gone:
        <form method="post" action="{{at}}/known-address"><input type="hidden" name="csrf_token" value="{{csrf_token}}"><button class="btn btn-outline-primary">Mark the address as known</button></form>
        % end
        % if user['sessions']:
        <form method="post" action="{{at}}/sign-out"><input type="hidden" name="csrf_token" value="{{csrf_token}}"><button class="btn btn-outline-primary">{{'Sign out my other devices' if is_self else 'Sign out everywhere'}}</button></form>
        % end
        % if not is_self and user['is_active']:
        <form method="post" action="{{at}}/deactivate"><input type="hidden" name="csrf_token" value="{{csrf_token}}"><button class="btn btn-outline-secondary">Deactivate</button></form>
        % elif not is_self and not gone:
        <form method="post" action="{{at}}/reactivate"><input type="hidden" name="csrf_token" value="{{csrf_token}}"><button class="btn btn-outline-primary">Reactivate</button></form>
        % end
        % if user['second_factor_utc'] and not is_self:
        <a class="btn btn-outline-secondary" href="{{at}}/second-factor/remove">Remove the code from an app</a>
        % end
        % if not is_self and not gone:
        <a class="btn btn-outline-secondary" href="{{at}}/delete">Delete</a>
        % end
      </div>
    </section>
  </div>
  % if user['staff_id']:
  <div class="col-lg-6">
    <form class="card card-body" method="post" action="{{at}}/staff" novalidate aria-labelledby="record">
      <h2 class="h5" id="record">Work</h2>
      % if not user['hours']:
      <p class="mb-2">No working hours yet, so patients cannot book visits.</p>
      % end
      <p><a href="/staff/hours?staff_id={{user['staff_id']}}">Working hours and time off</a></p>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      % include('admin/parts/staff_fields.tpl')
      <button class="btn btn-primary">Save work</button>
    </form>
  </div>
  % end
</div>
