% rebase('base.tpl', title='Settings')
<h1>Settings</h1>
<ul class="list-unstyled d-flex flex-wrap column-gap-4">
  <li><a class="d-inline-block py-1" href="/admin/settings/texts">Texts: privacy notice, imprint, news</a></li>
  <li><a class="d-inline-block py-1" href="/admin/settings/retention">How long data is kept</a></li>
</ul>
<form method="post" action="/admin/settings" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <div class="row g-4">
    <div class="col-lg-6">
    <section class="card card-body" aria-labelledby="clinic">
      <h2 class="h5" id="clinic">The clinic</h2>
      % include('parts/field.tpl', name='clinic_name', label='Name', longest=120, optional=True, hint='Shown on every page and e-mail. If empty: ' + configured_name + ', from this server\'s configuration.')
      <div class="mb-3">
        <label class="form-label" for="address">Address <span class="text-body-secondary fw-normal">(optional)</span></label>
        % if errors.get('address'):
        <div class="invalid-feedback d-block" id="address-error">{{errors['address']}}</div>
        <textarea class="form-control is-invalid" id="address" name="address" rows="3" maxlength="300" autocomplete="off" aria-invalid="true" aria-describedby="address-error">{{form.get('address', '')}}</textarea>
        % else:
        <textarea class="form-control" id="address" name="address" rows="3" maxlength="300" autocomplete="off">{{form.get('address', '')}}</textarea>
        % end
      </div>
      % include('parts/field.tpl', name='phone', label='Phone', type='tel', autocomplete='off', longest=30, optional=True, hint='Shown where patients may need to call.')
      % include('parts/field.tpl', name='email', label='E-mail address', type='email', autocomplete='off', longest=254, optional=True, hint='For questions from patients. Shown at the bottom of every page.')
    </section>
    <section class="card card-body mt-4" aria-labelledby="writing">
      <h2 class="h5" id="writing">Dates and times</h2>
      % include('admin/parts/select.tpl', name='date_style', label='Date format', options=list(date_styles.items()))
      % include('admin/parts/select.tpl', name='clock_style', label='Time format', options=list(clock_styles.items()))
    </section>
    <section class="card card-body mt-4" aria-labelledby="signing-in">
      <h2 class="h5" id="signing-in">Signing in</h2>
      % include('admin/parts/select.tpl', name='second_factor_for', label='Code from an app besides the password', options=list(second_factor_for.items()), hint='Whoever must use it sets it up first. No other page opens before that.')
    </section>
    </div>
    <section class="col-lg-6" aria-labelledby="rules"><div class="card card-body">
      <h2 class="h5" id="rules">Booking rules</h2>
      % include('admin/parts/length_field.tpl', name='notice', label='Shortest notice for booking', hint='Patients must book at least this long before a visit. Staff can book later.')
      % include('parts/field.tpl', name='horizon_days', label='Bookable days ahead', inputmode='numeric', longest=3, hint='Patients can book at most this many days ahead.')
      % include('admin/parts/length_field.tpl', name='cancel_deadline', label='Cancel or move until', hint='Patients can cancel or move a visit until this long before it. After that, they must call.')
      % include('parts/field.tpl', name='visits_ahead_limit', label='Upcoming visits per patient', inputmode='numeric', longest=2, hint='The most upcoming visits that one patient can have.')
      % include('parts/field.tpl', name='account_visits_limit', label='Upcoming visits per account', inputmode='numeric', longest=2, hint='The most upcoming visits of all the people whom one account books for. A new account can have fewer.')
      % include('admin/parts/length_field.tpl', name='reminder_lead', label='Reminder', hint='Sent by e-mail this long before a visit. 0: no reminders.')
      % if get('reminds_too_late'):
      <p class="alert alert-warning mb-0" role="status">Reminders are sent when it is too late to cancel or move a visit online. They can only ask patients to call. Send reminders earlier, for example two days before a visit. Patients can then cancel visits they do not need.</p>
      % end
    </div></section>
  </div>
  <button class="btn btn-primary mt-4">Save settings</button>
</form>
