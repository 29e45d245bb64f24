% # The one field for a code, of the app or on paper. Takes: label, hint.
% include('parts/field.tpl', name='code', label=get('label', 'Code'), inputmode='numeric', autocomplete='one-time-code', longest=40, hint=get('hint', '6 digits from your app, or the 20 digits of a recovery code. You may type spaces.'))
