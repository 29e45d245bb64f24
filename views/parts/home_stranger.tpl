% # The top of the first page for who is not signed in.
<div class="row g-4 g-lg-5 align-items-center">
  <div class="col-lg-8">
    <h1 class="display-5">See the right person, at a time that suits you</h1>
    <p class="lead">Choose who you want to see and pick a free time. It takes about a minute.</p>
    <p class="d-flex flex-wrap gap-3 mb-4">
      <a class="btn btn-primary btn-lg" href="/book">Book an appointment</a>
      <a class="btn btn-outline-primary btn-lg" href="/login">Sign in</a>
    </p>
    % if clinic.phone:
    <p class="mb-0">Rather book by phone? Call <a class="fw-semibold text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.</p>
    % end
  </div>
  <div class="col-lg-4">
    <section class="card card-body" aria-labelledby="how">
      <h2 class="h5" id="how">How it works</h2>
      <ol class="steps mb-0">
        <li><strong>Choose a person and a time.</strong> You only see times that are free.</li>
        <li><strong>Register once.</strong> Your name, an <span class="text-nowrap">e-mail</span> address and a password are enough. <a href="/register">Register</a></li>
        <li><strong>Come, or change your mind.</strong> You can move or cancel a visit online.</li>
      </ol>
    </section>
  </div>
</div>
