% # Whether mail goes out, and what to do if it does not. Takes: mail_is_off, smtp_host, mail_from, pause.
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
<form class="mb-4 d-print-none" method="post" action="/admin/notifications/test">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <button class="btn btn-outline-primary">Send a test mail to {{visitor['email']}}</button>
</form>
