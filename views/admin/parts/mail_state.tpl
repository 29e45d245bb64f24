% # Whether mail goes out, and what to do if it does not. Takes: mail_is_off, smtp_host, mail_from, pause, given_up, held, held_before_utc.
% if mail_is_off:
<div class="alert alert-warning">
  <p class="mb-2"><strong>No mail is sent.</strong> No mail server is set up, so mail waits here, where you can read it. Everything else works without it.</p>
  <p class="mb-0">To send mail, set <strong>SMTP_HOST</strong> and <strong>MAIL_FROM</strong> in the file <strong>.env</strong> and start the app again. The guide in <strong>docs/mail.md</strong> goes through it step by step. One-time links are not shown here: make them on the page of the account.</p>
</div>
% elif pause:
<div class="alert alert-warning">
  <p class="mb-2"><strong>Sending is paused until {{written.moment(to_local(pause['paused_until_utc']))}}.</strong> {{pause['pause_reason']}}</p>
  <p class="mb-2">No mail is lost: it goes out by itself after the pause. Where a user name or password is refused, correct <strong>SMTP_USER</strong> and <strong>SMTP_PASSWORD</strong> and start the app again; then resume.</p>
  <form method="post" action="/admin/notifications/resume">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <button class="btn btn-primary">Resume now</button>
  </form>
</div>
% else:
<p>Mail goes out through <strong>{{smtp_host}}</strong>, from <strong class="text-break">{{mail_from}}</strong>.</p>
% end
% if not mail_is_off and held:
<section class="alert alert-warning" aria-labelledby="held">
  <h2 class="h5" id="held">{{f'{held:,}'}} {{'mail is' if held == 1 else 'mails are'}} from before mail was set up</h2>
  <p class="mb-2">{{'It was' if held == 1 else 'They were'}} queued before {{written.moment(to_local(held_before_utc))}}. Shall {{'it' if held == 1 else 'they'}} go out now? Mail about visits that have passed or changed since is left out either way. Newer mail goes out by itself.</p>
  <form class="d-flex flex-wrap gap-2" method="post" action="/admin/notifications/held">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <button class="btn btn-primary" name="held" value="send">Send {{'it' if held == 1 else 'them'}}</button>
    <button class="btn btn-outline-secondary" name="held" value="drop">Drop {{'it' if held == 1 else 'them'}}</button>
  </form>
</section>
% end
% if not mail_is_off and given_up['given_up']:
<section class="alert alert-warning" aria-labelledby="given-up">
  <h2 class="h5" id="given-up">{{f'{given_up["given_up"]:,}'}} {{'mail was' if given_up['given_up'] == 1 else 'mails were'}} given up</h2>
  <p class="mb-2"><a class="alert-link" href="/admin/notifications?state=failed">See which, and what the server said</a>. Where an address is wrong, correct it and tell the patient by phone.</p>
  % if given_up['still_of_use']:
  <form method="post" action="/admin/notifications/send-all-again">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <button class="btn btn-outline-primary">Send the {{'one' if given_up['still_of_use'] == 1 else f'{given_up["still_of_use"]:,}'}} that may still be of use again</button>
  </form>
  % end
</section>
% end
% if not mail_is_off:
<p class="form-text">A server may take a mail and find out later that it cannot be delivered. That comes back as a mail to <span class="text-break">{{mail_from}}</span> and is not seen here: somebody should read that mailbox.</p>
% end
<form class="mb-4 d-print-none" method="post" action="/admin/notifications/test">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn btn-outline-primary">Send a test mail to {{visitor.email}}</button>
</form>
