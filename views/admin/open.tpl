% # What a clinic sees from its last first step until its first visit. Takes: first_run (of app/clinic/first_run.py).
<section class="card card-body mb-4" aria-labelledby="open">
  <h2 class="h4" id="open">You are open</h2>
  <p>Patients book at this address: <strong class="user-select-all text-break">{{first_run['address']}}</strong></p>
  % if not mail_is_on:
  <p>E-mail is not set up: patients get no confirmations and no reminders. <a href="/admin/notifications">See what is missing</a></p>
  % end
  <p class="mb-0"><a class="btn btn-primary" href="/book">See it as a patient</a></p>
</section>
