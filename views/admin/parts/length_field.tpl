% # A length of time: a number and its unit. Takes: name, label, hint, units, and perhaps optional (True).
% error = errors.get(name)
<fieldset class="mb-3">
  <legend class="form-label fs-6">{{label}}
    % if get('optional'):
    <span class="text-body-secondary fw-normal">(optional)</span>
    % end
  </legend>
  <div class="form-text" id="{{name}}-hint">{{hint}}</div>
  % if error:
  <div class="invalid-feedback d-block" id="{{name}}-error">{{error}}</div>
  % end
  <div class="d-flex gap-2">
    <input class="form-control {{'is-invalid' if error else ''}}" id="{{name}}" name="{{name}}" inputmode="numeric" maxlength="6" {{'' if get('optional') else 'required'}}
      value="{{form.get(name, '')}}" aria-label="{{label}}: number" aria-describedby="{{name}}-hint{{' ' + name + '-error' if error else ''}}"
      % if error:
      aria-invalid="true"
      % end
    >
    <select class="form-select" name="{{name}}_unit" aria-label="{{label}}: unit">
      % for unit in units:
      % if form.get(name + '_unit') == unit:
      <option value="{{unit}}" selected>{{unit}}</option>
      % else:
      <option value="{{unit}}">{{unit}}</option>
      % end
      % end
    </select>
  </div>
</fieldset>
