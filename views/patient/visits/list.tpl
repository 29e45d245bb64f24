% rebase('base.tpl', title='My visits')
<h1>My visits</h1>
<section class="mb-5" aria-labelledby="coming">
  <div class="bar visits-head mb-3">
    <h2 class="h4 mb-0" id="coming">Coming</h2>
    <a class="btn {{'btn-outline-primary' if coming else 'btn-primary'}}" href="/book">Book a visit</a>
  </div>
  % if coming:
  % include('patient/visits/rows.tpl', visits=coming, paging=coming_pages, earlier='Earlier visits', later='Later visits', label='More coming visits')
  % else:
  <p class="text-body-secondary">No visit is booked.</p>
  % end
</section>
<section aria-labelledby="past">
  <h2 class="h4" id="past">Past and cancelled</h2>
  % if past:
  % include('patient/visits/rows.tpl', visits=past, paging=past_pages, earlier='Later visits', later='Earlier visits', label='More past visits')
  % else:
  <p class="text-body-secondary">Nothing yet. After your first visit you find it here, and can book the same again.</p>
  % end
</section>
