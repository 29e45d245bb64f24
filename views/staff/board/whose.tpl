% # Whose week or month, and from which day: a choice for those who may open others'. Takes: people, person, day, action.
% if len(people) > 1:
<form class="board-filters d-print-none" method="get" action="{{action}}">
  <input type="hidden" name="day" value="{{day}}">
  <label class="visually-hidden" for="staff_id">Whose</label>
  <select class="form-select" id="staff_id" name="staff_id">
    % for each in people:
    <option value="{{each['staff_id']}}" {{'selected' if each['staff_id'] == person['staff_id'] else ''}}>{{each['full_name']}}</option>
    % end
  </select>
  <button class="btn btn-outline-primary">Show</button>
</form>
% end
