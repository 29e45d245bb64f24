% rebase('base.tpl', title='Add a room')
<div class="narrow">
  <p><a href="/admin/rooms">Rooms</a></p>
  <h1>Add a room</h1>
  <form class="card card-body" method="post" action="/admin/rooms" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('admin/rooms/fields.tpl')
    <div class="d-flex flex-wrap gap-3 align-items-center">
      <button class="btn btn-primary">Add the room</button>
      <a href="/admin/rooms">Back to rooms</a>
    </div>
  </form>
</div>
