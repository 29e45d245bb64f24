% # Whose days: a choice for the desk and admins. Takes: people, sees_all, staff_id.
% if sees_all:
<div>
  <label class="form-label" for="staff_id">Show</label>
  % include('staff/day/people.tpl')
</div>
% end
