% # What somebody who is signed in can do about an e-mail address that is not confirmed. Takes: visitor.
<section class="alert alert-warning d-print-none" aria-label="Your e-mail address">
  % if mail_is_on:
  <p class="mb-2">We e-mailed a link to <strong class="text-break">{{visitor.email}}</strong>. Please open it. Until then {{'you can have one upcoming visit, and ' if visitor.is_patient else ''}}we send no <span class="text-nowrap">e-mail</span> about visits.</p>
  <div class="d-flex flex-wrap align-items-center column-gap-3 row-gap-2">
    <form method="post" action="/profile/email/send-link">
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <button class="btn btn-sm btn-outline-primary">Send the link again</button>
    </form>
    <a class="alert-link" href="/profile/email">Another address</a>
  </div>
  % else:
  <p class="mb-0">Please ask at the front desk to have your <span class="text-nowrap">e-mail</span> address <strong class="text-break">{{visitor.email}}</strong> confirmed.{{' Until then you can have one upcoming visit.' if visitor.is_patient else ''}} <a class="alert-link" href="/profile/email">Another address</a></p>
  % end
</section>
