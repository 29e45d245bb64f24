<form class="d-flex flex-wrap align-items-center gap-3 py-2" method="post" action="/logout">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <a class="text-break" href="/profile">{{visitor.full_name}}</a>
  <button class="btn btn-sm btn-outline-primary">Sign out</button>
</form>
