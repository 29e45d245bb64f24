% # Whether mail goes out, and what to do if it does not. Takes: smtp_host, mail_from, pause, given_up, held, held_before_utc.
% if not mail_is_on:
<div class="alert alert-warning">
  <p class="mb-2"><strong>No e-mail is sent.</strong> No mail server is set up. E-mail waits here, and you can read it. Everything else works.</p>
  <p class="mb-0">To send e-mail, set <strong>SMTP_HOST</strong> and <strong>MAIL_FROM</strong> in the file <strong>.env</strong> and start the app again. The guide <strong>docs/mail.md</strong> explains each step. One-time links are not shown here. You can make them on the account's page.</p>
</div>
% elif pause:
<div class="alert alert-warning">
  <p class="mb-2"><strong>Sending is paused until {{written.moment(to_local(pause['paused_until_utc']))}}.</strong> {{pause['pause_reason']}}</p>
  <p class="mb-2">No e-mail is lost. It is sent automatically after the pause. If the user name or the password is refused, correct <strong>SMTP_USER</strong> and <strong>SMTP_PASSWORD</strong>, start the app again, then resume.</p>
  <form method="post" action="/admin/notifications/resume">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <button class="btn btn-primary">Resume now</button>
  </form>
</div>
% else:
<p>E-mail is sent through <strong>{{smtp_host}}</strong>, from <strong class="text-break">{{mail_from}}</strong>.</p>
% end
% if mail_is_on and held:
<section class="alert alert-warning" aria-labelledby="held">
  <h2 class="h5" id="held">{{f'{held:,}'}} older {{'e-mail is' if held == 1 else 'e-mails are'}} waiting for your decision</h2>
  <p class="mb-2">{{'It was' if held == 1 else 'They were'}} queued before {{written.moment(to_local(held_before_utc))}}, when no mail server was set up. Send {{'it' if held == 1 else 'them'}} now? E-mail about past or changed visits is never sent. Newer e-mail is sent automatically.</p>
  <form class="d-flex flex-wrap gap-2" method="post" action="/admin/notifications/held">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <button class="btn btn-primary" name="held" value="send">Send {{'it' if held == 1 else 'them'}}</button>
    <button class="btn btn-outline-secondary" name="held" value="drop">Do not send {{'it' if held == 1 else 'them'}}</button>
  </form>
</section>
% end
% if mail_is_on and given_up['given_up']:
<section class="alert alert-warning" aria-labelledby="given-up">
  <h2 class="h5" id="given-up">{{f'{given_up["given_up"]:,}'}} {{'e-mail' if given_up['given_up'] == 1 else 'e-mails'}} could not be sent</h2>
  <p class="mb-2"><a class="alert-link" href="/admin/notifications?state=failed">See them, with the server's answers</a>. If an address is wrong, correct it and call the patient.</p>
  % if given_up['still_of_use']:
  <form method="post" action="/admin/notifications/send-all-again">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <button class="btn btn-outline-primary">Send {{'the one' if given_up['still_of_use'] == 1 else f'the {given_up["still_of_use"]:,}'}} that {{'is' if given_up['still_of_use'] == 1 else 'are'}} still useful again</button>
  </form>
  % end
</section>
% end
% if mail_is_on:
<p class="form-text">Sometimes a server accepts an e-mail and cannot deliver it later. Its answer then goes to <span class="text-break">{{mail_from}}</span> and is not shown here. Somebody should read that mailbox.</p>
% end
<form class="mb-4 d-print-none" method="post" action="/admin/notifications/test">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn btn-outline-primary">Send a test e-mail to {{visitor.email}}</button>
</form>
