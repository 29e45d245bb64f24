% rebase('base.tpl', title=service['name'])
<div class="narrow">
  <p><a href="/admin/services">Services</a></p>
  <h1>{{service['name']}}</h1>
  % if not service['is_active']:
  <p class="alert alert-warning">This service is not offered at present.</p>
  % elif not any(each['is_chosen'] and each['is_active'] for each in people) or not any(each['is_chosen'] and each['is_active'] for each in rooms):
  <p class="alert alert-warning">Nobody can book it yet: it needs somebody who offers it, and a room that suits.</p>
  % end
  <p>{{'No visit of it is booked ahead.' if not service['visits_ahead'] else f'{service["visits_ahead"]:,} ' + ('visit of it is' if service['visits_ahead'] == 1 else 'visits of it are') + ' booked ahead. What you change here does not move them: each keeps the length, the pause, the person and the room it was booked with.'}}</p>
  <form class="card card-body" method="post" action="/admin/services/{{service['service_id']}}" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('admin/services/fields.tpl')
    <div class="d-flex flex-wrap gap-3 align-items-center">
      <button class="btn btn-primary">Save the service</button>
      <a href="/admin/services">Back to services</a>
    </div>
  </form>
</div>
