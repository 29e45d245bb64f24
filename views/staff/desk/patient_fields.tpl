% # The fields of a patient without an account. Takes: form, errors, today.
% include('parts/field.tpl', name='full_name', label='Full name', longest=120, autocomplete='off')
% include('parts/field.tpl', name='birth_date', label='Date of birth', type='date', least='1900-01-01', most=today, optional=True, hint='It tells patients with the same name apart.')
% include('parts/field.tpl', name='phone', label='Phone', type='tel', longest=30, autocomplete='off', optional=True)
% include('parts/field.tpl', name='email', label='E-mail address', type='email', longest=254, autocomplete='off', optional=True, hint='Only for e-mail about visits. It does not open an account.')
