<form class="d-flex flex-wrap align-items-center gap-3 py-2" method="post" action="/logout">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  % if path == '/profile':
  <a class="text-break fw-semibold" href="/profile" aria-current="page">{{visitor.full_name}}</a>
  % else:
  <a class="text-break" href="/profile">{{visitor.full_name}}</a>
  % end
  <button class="btn btn-sm btn-outline-primary">Sign out</button>
</form>
