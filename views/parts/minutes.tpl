% # How long a visit takes. Takes: form, errors, usual (minutes of the service); hint.
% error, hint = errors.get('minutes'), get('hint', 'Usually %d.' % usual)
<div class="mb-3">
  <label class="form-label" for="minutes">Length in minutes</label>
  <div class="form-text" id="minutes-hint">{{hint}}</div>
  % if error:
  <div class="invalid-feedback d-block" id="minutes-error">{{error}}</div>
  % end
  <input class="form-control minutes {{'is-invalid' if error else ''}}" type="number" id="minutes" name="minutes" min="5" max="480" step="5" inputmode="numeric" value="{{form.get('minutes') or usual}}" aria-describedby="minutes-hint{{' minutes-error' if error else ''}}"
    % if error:
    aria-invalid="true"
    % end
  >
</div>
