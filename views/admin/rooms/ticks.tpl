% # A list of boxes to tick. Takes: legend, what (the name's beginning), key, choices, and perhaps hint, empty.
<fieldset class="mb-3"
  % if get('hint'):
  aria-describedby="{{what}}-hint"
  % end
>
  <legend class="form-label fs-6">{{legend}}</legend>
  % if get('hint'):
  <div class="form-text" id="{{what}}-hint">{{hint}}</div>
  % end
  % for choice in choices:
  % name = what + '_' + str(choice[key])
  <div class="form-check">
    <input class="form-check-input" type="checkbox" id="{{name}}" name="{{name}}"
      % if choice['is_chosen']:
      checked
      % end
    >
    <label class="form-check-label" for="{{name}}">{{choice['name']}}{{f' ({written.length(choice["minutes"])})' if 'minutes' in choice else ''}}{{', ' + choice['specialization'] if choice.get('specialization') else ''}}{{'' if choice['is_active'] else ' (not in use at present)'}}</label>
  </div>
  % end
  % if not choices:
  <p class="mb-0">{{empty}}</p>
  % end
</fieldset>
