% # Whose days: a choice for the desk and admins. Takes: people, sees_all, staff_id.
% if sees_all:
<div>
  <label class="form-label" for="staff_id">Show</label>
  <select class="form-select" id="staff_id" name="staff_id">
    <option value="0" {{'selected' if staff_id == 0 else ''}}>All staff</option>
    % for person in people:
    <option value="{{person['staff_id']}}" {{'selected' if person['staff_id'] == staff_id else ''}}>{{person['full_name']}}</option>
    % end
  </select>
</div>
% end
