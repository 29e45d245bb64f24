% # The rules that speak against a wish, each with a box to tick, and why. Takes: warnings [(rule, sentence)].
<fieldset class="card card-body mb-3" id="overrule" tabindex="-1">
  <legend class="h6">Warnings</legend>
  % if errors.get('overrule'):
  <div class="invalid-feedback d-block">{{errors['overrule']}}</div>
  % end
  % for rule, sentence in warnings:
  <div class="form-check">
    <input class="form-check-input" type="checkbox" id="over_{{rule}}" name="over_{{rule}}" value="yes" {{'checked' if form.get('over_' + rule) else ''}}>
    <label class="form-check-label" for="over_{{rule}}">{{sentence}} <span class="text-body-secondary">Override this.</span></label>
  </div>
  % end
  <div class="mt-3">
    % include('parts/field.tpl', name='why', label='Reason for overriding', longest=200, hint='It is kept in the history of the visit, with your name.')
  </div>
</fieldset>
