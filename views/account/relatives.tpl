% rebase('base.tpl', title='People I book for')
<p class="back mb-2"><a href="/profile">Profile</a></p>
<h1>People I book for</h1>
<div class="row g-4">
  <div class="col-lg-6">
    <ul class="visits list-unstyled">
      % for person in people:
      <li class="card card-body">
        <h2 class="h6 mb-1">{{person['full_name']}}</h2>
        <p class="mb-0">{{'You' if person['relation'] == 'self' else 'Your child' if person['relation'] == 'child' else 'Relative'}}{{', born ' + written.date(person['birth_date']) if person['birth_date'] else ''}}</p>
        <p class="mb-0"><a class="stretched-link" href="{{'/profile' if person['relation'] == 'self' else '/profile/relatives/%d' % person['patient_id']}}">Change details<span class="visually-hidden"> of {{person['full_name']}}</span></a></p>
      </li>
      % end
    </ul>
  </div>
  <div class="col-lg-6">
    <form class="card card-body" method="post" action="/profile/relatives" novalidate aria-labelledby="add">
      <h2 class="h5" id="add">Add a child or relative</h2>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <input type="hidden" name="next" value="{{form.get('next', '')}}">
      % include('account/relative_fields.tpl')
      <button class="btn btn-primary">{{'Add and continue booking' if form.get('next', '').startswith('/book/') else 'Add'}}</button>
    </form>
  </div>
</div>
