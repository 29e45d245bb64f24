% rebase('base.tpl', title=person['full_name'])
<div class="column">
  <p class="back mb-2"><a href="/profile/relatives">People I book for</a></p>
  <h1>{{person['full_name']}}</h1>
  <form class="card card-body" method="post" action="/profile/relatives/{{person['patient_id']}}" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('account/relative_fields.tpl')
    <button class="btn btn-primary">Save</button>
  </form>
</div>
