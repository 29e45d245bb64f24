% rebase('base.tpl', title='Settings')
<h1>Settings</h1>
<form method="post" action="/admin/settings" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <div class="row g-4">
    <div class="col-lg-6">
    <section class="card card-body" aria-labelledby="clinic">
      <h2 class="h5" id="clinic">The clinic</h2>
      % include('parts/field.tpl', name='clinic_name', label='Name', longest=120, optional=True, hint='On every page and mail. Empty: ' + configured_name + ', as configured on this server.')
      <div class="mb-3">
        <label class="form-label" for="address">Address <span class="text-body-secondary fw-normal">(optional)</span></label>
        % if errors.get('address'):
        <div class="invalid-feedback d-block" id="address-error">{{errors['address']}}</div>
        <textarea class="form-control is-invalid" id="address" name="address" rows="3" maxlength="300" autocomplete="off" aria-invalid="true" aria-describedby="address-error">{{form.get('address', '')}}</textarea>
        % else:
        <textarea class="form-control" id="address" name="address" rows="3" maxlength="300" autocomplete="off">{{form.get('address', '')}}</textarea>
        % end
      </div>
      % include('parts/field.tpl', name='phone', label='Phone', type='tel', autocomplete='off', longest=30, optional=True, hint='Shown wherever somebody may need to call.')
      % include('parts/field.tpl', name='email', label='E-mail address', type='email', autocomplete='off', longest=254, optional=True, hint='Where patients may write to; shown at the bottom of every page.')
    </section>
    <section class="card card-body mt-4" aria-labelledby="writing">
      <h2 class="h5" id="writing">Dates and times</h2>
      % include('admin/parts/select.tpl', name='date_style', label='Dates are written', options=list(date_styles.items()))
      % include('admin/parts/select.tpl', name='clock_style', label='Times are written', options=list(clock_styles.items()))
    </section>
    </div>
    <section class="col-lg-6" aria-labelledby="rules"><div class="card card-body">
      <h2 class="h5" id="rules">Rules of booking</h2>
      % include('admin/parts/length_field.tpl', name='notice', label='Notice', hint='Patients book at least this long ahead. It does not bind staff.')
      % include('parts/field.tpl', name='horizon_days', label='Days ahead', inputmode='numeric', longest=3, hint='Patients book at most this many days ahead.')
      % include('admin/parts/length_field.tpl', name='cancel_deadline', label='Deadline', hint='Patients cancel or move a visit until this long before it; afterwards they have to call.')
      % include('parts/field.tpl', name='visits_ahead_limit', label='Visits ahead', inputmode='numeric', longest=2, hint='How many coming visits one patient may have.')
      % include('admin/parts/length_field.tpl', name='reminder_lead', label='Reminder', hint='Mailed this long before a visit. 0: no reminders.')
      % if get('reminds_too_late'):
      <p class="alert alert-warning mb-0" role="status">Reminders go out when it is already too late to cancel or move a visit online, so they only ask patients to call. A reminder that goes out longer before a visit than the deadline, two days for example, lets patients free the times they do not need.</p>
      % end
    </div></section>
  </div>
  <button class="btn btn-primary mt-4">Save settings</button>
</form>
