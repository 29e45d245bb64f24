% # A date of birth in three fields. Takes: form, errors; hint, optional, is_own (the browser may fill in the visitor's).
% # birth_date in form: a date that is known; or a text, which somebody sent in place of the three fields.
% known = form.get('birth_date') or ''
% year, month, day = (part.lstrip('0') for part in str(known).split('-')) if str(known).count('-') == 2 else ('', '', known)
% is_sent = isinstance(known, str) and known
% errors_of = {name: errors[name] for name in ('birth_date', 'birth_date_day', 'birth_date_month', 'birth_date_year') if errors.get(name)}
% told = ' '.join(['birth_date-hint', *(name + '-error' for name in errors_of)])
<fieldset class="mb-3" id="birth_date" tabindex="-1" aria-describedby="{{told}}">
  <legend class="form-label fs-6">{{get('label', 'Date of birth')}}
    % if get('optional'):
    <span class="text-body-secondary fw-normal">(optional)</span>
    % end
  </legend>
  <div class="form-text" id="birth_date-hint">{{get('hint', '')}} For example, 31 3 1980.</div>
  % for name, error in errors_of.items():
  <div class="invalid-feedback d-block" id="{{name}}-error">{{error}}</div>
  % end
  <div class="d-flex gap-3">
    % for part, value, label in (('day', day, 'Day'), ('month', month, 'Month'), ('year', year, 'Year')):
    % name = 'birth_date_' + part
    % is_wrong = name in errors_of or 'birth_date' in errors_of
    <div>
      <label class="form-label fw-normal" for="{{name}}">{{label}}</label>
      <input class="form-control {{'digits-4' if part == 'year' else 'digits-2'}} {{'is-invalid' if is_wrong else ''}}" id="{{name}}" name="{{name}}" type="text" inputmode="numeric" value="{{value if is_sent else form.get(name, value)}}" autocomplete="{{'bday-' + part if get('is_own') else 'off'}}" aria-invalid="{{'true' if is_wrong else 'false'}}">
    </div>
    % end
  </div>
</fieldset>
