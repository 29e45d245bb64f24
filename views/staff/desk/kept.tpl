% # What was chosen already, as hidden fields. Takes: kept.
% for kept_name, kept_value in kept.items():
<input type="hidden" name="{{kept_name}}" value="{{kept_value}}">
% end
