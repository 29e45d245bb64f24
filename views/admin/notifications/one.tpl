% rebase('base.tpl', title='E-mail: ' + mail['letter'].subject)
<p class="mb-2"><a href="/admin/notifications">All e-mail</a></p>
<h1>{{mail['letter'].subject}}</h1>
<p><span class="status">{{states[mail['state']]}}</span></p>
<div class="row g-4">
  <div class="col-lg-7">
    <section class="card card-body" aria-labelledby="text">
      <h2 class="h5" id="text">Text</h2>
      % if mail['appointment_id']:
      <p class="form-text">This text shows the visit as it is now. The program checks it again before it sends the e-mail.</p>
      % end
      <div class="keep-lines">{{mail['text']}}</div>
    </section>
  </div>
  <div class="col-lg-5">
    <section class="card card-body mb-3" aria-labelledby="facts">
      <h2 class="h5" id="facts">Delivery</h2>
      <dl class="facts mb-0">
        <dt>To</dt>
        <dd>{{mail['recipient']}}</dd>
        <dt>Kind</dt>
        <dd>{{kinds[mail['kind']]}}
          % if mail['appointment_id']:
          <br><a href="/appointments/{{mail['appointment_id']}}">The visit</a>
          % elif mail['user_id']:
          <br><a href="/admin/users/{{mail['user_id']}}">The account</a>
          % end
        </dd>
        <dt>Queued</dt>
        <dd>{{written.moment(to_local(mail['created_utc']))}}</dd>
        % if mail['sent_utc']:
        <dt>Sent</dt>
        <dd>{{written.moment(to_local(mail['sent_utc']))}}</dd>
        % end
        <dt>Tries</dt>
        <dd>{{mail['tries'] or 'none yet'}}</dd>
        <dt>Last answer</dt>
        <dd>{{' '.join(str(part) for part in (mail['last_code'], mail['last_answer']) if part) or 'none yet'}}</dd>
        % if mail['state'] == 'pending':
        <dt>Next try</dt>
        % if not mail_is_on:
        <dd>when a mail server is set up</dd>
        % elif held_before_utc and mail['created_utc'] < held_before_utc:
        <dd>when you decide on the <a href="/admin/notifications">older e-mail</a></dd>
        % else:
        <dd>{{written.moment(to_local(max(mail['next_try_utc'], pause['paused_until_utc'] if pause else now_utc)))}}</dd>
        % end
        % end
        % if mail['expires_utc']:
        <dt>Expires</dt>
        <dd>{{written.moment(to_local(mail['expires_utc']))}}</dd>
        % end
        % if mail['message_id']:
        <dt>Message-ID</dt>
        <dd>{{mail['message_id']}}</dd>
        % end
      </dl>
    </section>
    <div class="d-flex flex-wrap gap-2">
      % if mail['state'] != 'sending' and mail_is_on:
      <form method="post" action="/admin/notifications/{{mail['notification_id']}}/send-again">
        <input type="hidden" name="csrf_token" value="{{csrf_token}}">
        <button class="btn btn-primary">{{'Try now' if mail['state'] == 'pending' else 'Send again'}}</button>
      </form>
      % end
      % if mail['state'] in ('pending', 'failed'):
      <form method="post" action="/admin/notifications/{{mail['notification_id']}}/cancel">
        <input type="hidden" name="csrf_token" value="{{csrf_token}}">
        <button class="btn btn-outline-secondary">{{'Do not send' if mail['state'] == 'pending' else 'Do not send again'}}</button>
      </form>
      % end
    </div>
  </div>
</div>
