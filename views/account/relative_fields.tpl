% # The fields of a child or relative. Takes: form, errors, relations.
% include('parts/field.tpl', name='full_name', label='Full name', autocomplete='off', longest=120)
<div class="mb-3">
  <label class="form-label" for="relation">Who is it?</label>
  % if errors.get('relation'):
  <div class="invalid-feedback d-block" id="relation-error">{{errors['relation']}}</div>
  % end
  <select class="form-select" id="relation" name="relation" aria-invalid="{{'true' if errors.get('relation') else 'false'}}" aria-describedby="{{'relation-error' if errors.get('relation') else ''}}">
    % for relation, words in relations.items():
    <option value="{{relation}}" {{'selected' if relation == form.get('relation') else ''}}>{{words}}</option>
    % end
  </select>
</div>
% include('parts/birth_date.tpl', optional=True)
% include('parts/field.tpl', name='phone', label='Phone', type='tel', autocomplete='off', longest=30, optional=True, hint='Only if it is not your own number.')
