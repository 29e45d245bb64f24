% # One button of the race lab. Takes: setup, path, label, kind.
<form method="post" action="/learn/race/{{setup.name}}/{{path}}">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn {{kind}}">{{label}}</button>
</form>
