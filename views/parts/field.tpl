% # A labelled input with its hint and its error. Takes: name, label; type, autocomplete, inputmode, longest, least, most,
% # hint, optional (True; 'quietly' in a search, where every field is), value. Passwords are never printed back.
% type, error, hint = get('type', 'text'), errors.get(name), get('hint', '')
% typed = '' if type == 'password' else get('value', form.get(name, ''))
% told = ' '.join(name + part for part, shown in (('-hint', hint), ('-error', error)) if shown)
<div class="mb-3">
  <label class="form-label" for="{{name}}">{{label}}
    % if get('optional') is True:
    <span class="text-body-secondary fw-normal">(optional)</span>
    % end
  </label>
  % if hint:
  <div class="form-text" id="{{name}}-hint">{{hint}}</div>
  % end
  % if error:
  <div class="invalid-feedback d-block" id="{{name}}-error">{{error}}</div>
  % end
  <input class="form-control {{'is-invalid' if error else ''}}" id="{{name}}" name="{{name}}" type="{{type}}" value="{{typed}}"
    % for attribute, given in (('autocomplete', get('autocomplete')), ('inputmode', get('inputmode')), ('maxlength', get('longest')), ('min', get('least')), ('max', get('most')), ('aria-describedby', told)):
    % if given:
    {{attribute}}="{{given}}"
    % end
    % end
    % if error:
    aria-invalid="true"
    % end
    % if not get('optional'):
    required
    % end
  >
</div>
