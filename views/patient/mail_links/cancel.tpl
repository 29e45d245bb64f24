% rebase('base.tpl', title='Cancel this visit?')
<div class="column">
  <h1>Cancel this visit?</h1>
  % include('patient/mail_links/facts.tpl')
  <p>This cannot be undone. Other patients can then book this time.</p>
  <form class="card card-body" method="post" action="{{path}}" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="version" value="{{visit['version']}}">
    <div class="mb-3">
      <label class="form-label" for="reason">Why? <span class="text-body-secondary fw-normal">(optional)</span></label>
      % if errors.get('reason'):
      <div class="invalid-feedback d-block" id="reason-error">{{errors['reason']}}</div>
      % end
      <textarea class="form-control {{'is-invalid' if errors.get('reason') else ''}}" id="reason" name="reason" rows="3" maxlength="500" aria-invalid="{{'true' if errors.get('reason') else 'false'}}" aria-describedby="{{'reason-error' if errors.get('reason') else 'reason-hint'}}">{{form.get('reason', '')}}</textarea>
      <div class="form-text mt-1" id="reason-hint">It helps us to improve. Only the clinic sees it.</div>
    </div>
    <div class="d-grid d-sm-flex gap-2">
      <button class="btn btn-danger">Cancel the visit</button>
      <a class="btn btn-outline-secondary" href="{{links['see']}}">Keep it</a>
    </div>
  </form>
</div>
