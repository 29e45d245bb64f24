% # Who books it: patients online, only the desk, or nobody. Takes: name, legend, choices (value, label, hint), the form.
% chosen = str(form.get(name, '') or '')
% chosen = chosen if chosen in ('', 'desk') else 'on'
<fieldset class="mb-3">
  <legend class="form-label fs-6">{{legend}}</legend>
  % for value, label, hint in choices:
  % key = name + '-' + (value or 'nobody')
  <div class="form-check">
    <input class="form-check-input" type="radio" id="{{key}}" name="{{name}}" value="{{value}}" aria-describedby="{{key}}-hint" {{'checked' if value == chosen else ''}}>
    <label class="form-check-label" for="{{key}}">{{label}}</label>
    <div class="form-text mt-0" id="{{key}}-hint">{{hint}}</div>
  </div>
  % end
</fieldset>
