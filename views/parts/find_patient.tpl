% # The box in which the desk looks for a patient; it leads to the page of those who are found. Takes: look (a class).
<form class="{{look}} d-print-none" method="get" action="/staff/patients" role="search">
  <label class="visually-hidden" for="q">Find a patient</label>
  <input class="form-control" type="search" id="q" name="q" maxlength="120" autocomplete="off" placeholder="Find a patient">
  <button class="btn btn-outline-primary">Find</button>
</form>
