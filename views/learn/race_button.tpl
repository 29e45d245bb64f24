% # One button of the race lab. Takes: setup, path, label, kind; has_focus: whether the keyboard begins here.
<form method="post" action="/learn/race/{{setup.name}}/{{path}}">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn {{kind}}"{{' autofocus' if get('has_focus') else ''}}>{{label}}</button>
</form>
