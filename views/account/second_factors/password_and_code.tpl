<input type="hidden" name="username" value="{{visitor.email}}" autocomplete="username">
% include('parts/field.tpl', name='current_password', label='Current password', type='password', autocomplete='current-password')
% include('account/second_factors/code_field.tpl')
