% # The fields of a patient without an account. Takes: form, errors.
% include('parts/field.tpl', name='full_name', label='Full name', longest=120, autocomplete='off')
% include('parts/birth_date.tpl', hint='It tells patients with the same name apart.', optional=True)
% include('parts/field.tpl', name='phone', label='Phone', type='tel', longest=30, autocomplete='off', optional=True)
% include('parts/field.tpl', name='email', label='E-mail address', type='email', longest=254, autocomplete='off', optional=True, hint='Only for e-mail about visits. It does not open an account.')
