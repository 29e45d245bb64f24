% rebase('base.tpl', title='My appointments')
<h1>My appointments</h1>
% if offered:
<div class="alert alert-info">We found {{'a record' if len(offered) == 1 else 'records'}} with your e-mail address. <a class="alert-link" href="/profile/records">Is this you?</a></div>
% end
<div class="row gy-5 gx-4">
<section class="col-lg-6" aria-labelledby="coming">
  <div class="bar visits-head mb-3">
    <h2 class="h4 mb-0" id="coming">Upcoming</h2>
    <a class="btn {{'btn-outline-primary' if coming else 'btn-primary'}}" href="/book">Book an appointment</a>
  </div>
  % if coming:
  % include('patient/visits/rows.tpl', visits=coming, paging=coming_pages, earlier='Earlier visits', later='Later visits', label='More upcoming visits')
  % else:
  <p class="text-body-secondary">You have no upcoming visits.</p>
  % end
</section>
<section class="col-lg-6" aria-labelledby="past">
  <h2 class="h4 mb-3" id="past">Past and cancelled</h2>
  % if past:
  % include('patient/visits/rows.tpl', visits=past, paging=past_pages, earlier='Later visits', later='Earlier visits', label='More past visits')
  % else:
  <p class="text-body-secondary">You have no past visits yet. Later you will find them here, and you can book the same visit again.</p>
  % end
</section>
</div>
