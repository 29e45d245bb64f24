% # The clinic's note on a visit. Takes: visit, note_seen, form, errors.
<section class="card card-body mt-4" aria-labelledby="note-title">
  <form method="post" action="/appointments/{{visit['appointment_id']}}/note" novalidate>
    <h2 class="h5" id="note-title"><label for="note">Note</label></h2>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="note_seen" value="{{note_seen}}">
    % if errors.get('note'):
    <div class="invalid-feedback d-block" id="note-error">{{errors['note']}}</div>
    % end
    <textarea class="form-control {{'is-invalid' if errors.get('note') else ''}}" id="note" name="note" rows="3" maxlength="2000" aria-describedby="{{'note-error' if errors.get('note') else 'note-hint'}}">{{form.get('note', visit['note'])}}</textarea>
    <div class="form-text mt-1" id="note-hint">For the clinic. Patients do not see it here, but it is in the copy of their data.</div>
    <button class="btn btn-outline-primary mt-2 d-print-none">Save the note</button>
  </form>
</section>
