% # The choice of whose days. Takes: people, staff_id.
<select class="form-select" id="staff_id" name="staff_id">
  <option value="0" {{'selected' if staff_id == 0 else ''}}>All staff</option>
  % for person in people:
  <option value="{{person['staff_id']}}" {{'selected' if person['staff_id'] == staff_id else ''}}>{{person['full_name']}}</option>
  % end
</select>
