% rebase('base.tpl', title='Cancel this visit?')
<div class="column">
  <h1>Cancel this visit?</h1>
  % include('patient/visits/summary.tpl')
  <p>This cannot be undone. Other patients can then book this time. The visit stays in {{'the records' if is_clinic else 'your list'}} as cancelled.</p>
  <form class="card card-body" method="post" action="{{path}}" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="version" value="{{visit['version']}}">
    <div class="mb-3">
      <label class="form-label" for="reason">Why? <span class="text-body-secondary fw-normal">(optional)</span></label>
      % if errors.get('reason'):
      <div class="invalid-feedback d-block" id="reason-error">{{errors['reason']}}</div>
      % end
      <textarea class="form-control {{'is-invalid' if errors.get('reason') else ''}}" id="reason" name="reason" rows="3" maxlength="500" aria-invalid="{{'true' if errors.get('reason') else 'false'}}" aria-describedby="{{'reason-error' if errors.get('reason') else 'reason-hint'}}">{{form.get('reason', '')}}</textarea>
      <div class="form-text mt-1" id="reason-hint">{{'The patient sees it with the visit and in the e-mail.' if is_clinic else 'It helps us to improve. Only the clinic sees it.'}}</div>
    </div>
    % if is_clinic:
    % include('patient/visits/tell.tpl', about='Your visit is cancelled')
    % end
    <div class="d-grid d-sm-flex gap-2">
      <button class="btn btn-danger">Cancel the visit</button>
      <a class="btn btn-outline-secondary" href="/appointments/{{visit['appointment_id']}}">Keep it</a>
    </div>
  </form>
</div>
