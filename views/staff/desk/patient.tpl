% rebase('base.tpl', title='New patient')
<div class="narrow">
  <h1>New patient</h1>
  <p>This patient gets no account. You book for them, now and later.</p>
  <form class="card card-body" method="post" action="/staff/book/patient" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('staff/desk/kept.tpl')
    % if alike:
    <section class="alert alert-warning" aria-labelledby="alike">
      <h2 class="h6" id="alike">Is the patient already here?</h2>
      % from app.written import age
      % include('staff/patients/rows.tpl', patients=alike, age=age)
      <div class="form-check">
        <input class="form-check-input" type="checkbox" id="is_new" name="is_new" value="yes" aria-describedby="is_new-error">
        <label class="form-check-label" for="is_new">None of these: this is a new patient</label>
        <div class="invalid-feedback d-block" id="is_new-error">{{errors.get('is_new', '')}}</div>
      </div>
    </section>
    % end
    % include('staff/desk/patient_fields.tpl')
    <div class="d-flex flex-wrap gap-3">
      <button class="btn btn-primary">Add and continue</button>
      <a class="btn btn-outline-secondary" href="/staff/book">Back</a>
    </div>
  </form>
</div>
