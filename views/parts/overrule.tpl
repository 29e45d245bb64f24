% # The warnings that staff may override, each with a box to tick, and why they do. Takes: warnings (dicts with rule and
% # sentence), form, errors. app/forms/overruling.py reads it.
<fieldset class="mb-3">
  <legend class="h5">Warnings</legend>
  <p class="mb-2">Tick each warning to override it. The visit's history keeps your name and your reason.</p>
  % for each in warnings:
  % name = 'overrule_' + each['rule']
  <div class="form-check mb-2">
    <input class="form-check-input {{'is-invalid' if errors.get(name) else ''}}" type="checkbox" id="{{name}}" name="{{name}}" value="yes"
      % if form.get(name):
      checked
      % end
      % if errors.get(name):
      aria-invalid="true" aria-describedby="{{name}}-error"
      % end
    >
    <label class="form-check-label" for="{{name}}">{{each['sentence']}}</label>
    % if errors.get(name):
    <div class="invalid-feedback d-block" id="{{name}}-error">Please tick this to override it.</div>
    % end
  </div>
  % end
  % include('parts/field.tpl', name='why', label='Reason for overriding', longest=200, autocomplete='off')
</fieldset>
