% rebase('base.tpl', title='My visits')
<h1>My visits</h1>
<section class="mb-5" aria-labelledby="coming">
  <h2 class="h4" id="coming">Coming</h2>
  % if coming:
  % include('booking/visit_list.tpl', visits=coming, pages=coming_pages, earlier='Earlier visits', later='Later visits', label='More coming visits')
  % else:
  <p>No visit is booked. <a class="btn btn-primary ms-2" href="/book">Book a visit</a></p>
  % end
</section>
<section aria-labelledby="past">
  <h2 class="h4" id="past">Past and cancelled</h2>
  % if past:
  % include('booking/visit_list.tpl', visits=past, pages=past_pages, earlier='Later visits', later='Earlier visits', label='More past visits')
  % else:
  <p class="text-body-secondary">Nothing yet. After your first visit you find it here, and can book the same again.</p>
  % end
</section>
