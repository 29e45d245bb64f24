% # What mail went to the patient about a visit, and what did not. Takes: mails, to_local.
% kinds = {'booked': 'Confirmation', 'moved': 'E-mail about the change', 'cancelled': 'E-mail about the cancellation', 'reminder': 'Reminder'}
% lost = [mail for mail in mails if mail['state'] == 'failed']
% if mails:
<section class="mt-4" aria-labelledby="mail">
  <h2 class="h5" id="mail">E-mail to the patient</h2>
  % if lost:
  <p class="alert alert-warning mb-2"><strong>The patient may not have received {{'this e-mail' if len(lost) == 1 else 'these e-mails'}}.</strong> Please call them, and ask for the right address.</p>
  % end
  <ul class="lines list-unstyled mb-0">
    % for mail in mails:
    <li><strong>{{kinds[mail['kind']]}}</strong> to <span class="text-break">{{mail['recipient']}}</span>:
      % if mail['state'] == 'sent':
      sent <span class="text-nowrap">{{written.moment(to_local(mail['sent_utc']))}}</span>
      % elif mail['state'] == 'failed':
      could not be delivered
      % elif mail['state'] == 'expired':
      not sent
      % elif mail['state'] == 'cancelled':
      stopped, not sent
      % else:
      waiting{{'' if mail_is_on else ', because no mail server is set up'}}
      % end
      % if mail['state'] != 'sent' and mail['last_answer']:
      <br><span class="text-body-secondary text-break">{{' '.join(str(part) for part in (mail['last_code'], mail['last_answer']) if part)}}</span>
      % end
    </li>
    % end
  </ul>
</section>
% end
