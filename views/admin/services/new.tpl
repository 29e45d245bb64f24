% rebase('base.tpl', title='Add a service')
<div class="narrow">
  <p><a href="/admin/services">Services</a></p>
  <h1>Add a service</h1>
  <form class="card card-body" method="post" action="/admin/services" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('admin/services/fields.tpl')
    <div class="d-flex flex-wrap gap-3 align-items-center">
      <button class="btn btn-primary">Add the service</button>
      <a href="/admin/services">Back to services</a>
    </div>
  </form>
</div>
