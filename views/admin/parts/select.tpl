% # A labelled choice. Takes: name, label, options (value, text), and perhaps hint, empty (the text of no choice), value.
% error, hint, empty = errors.get(name), get('hint', ''), get('empty')
% chosen = str(get('value', form.get(name, '')) or '')
% told = ' '.join(name + part for part, shown in (('-hint', hint), ('-error', error)) if shown)
<div class="mb-3">
  <label class="form-label" for="{{name}}">{{label}}</label>
  % if hint:
  <div class="form-text" id="{{name}}-hint">{{hint}}</div>
  % end
  % if error:
  <div class="invalid-feedback d-block" id="{{name}}-error">{{error}}</div>
  % end
  <select class="form-select {{'is-invalid' if error else ''}}" id="{{name}}" name="{{name}}"
    % if told:
    aria-describedby="{{told}}"
    % end
    % if error:
    aria-invalid="true"
    % end
  >
    % if empty is not None:
    <option value="">{{empty}}</option>
    % end
    % for option, text in options:
    % if str(option) == chosen:
    <option value="{{option}}" selected>{{text}}</option>
    % else:
    <option value="{{option}}">{{text}}</option>
    % end
    % end
  </select>
</div>
