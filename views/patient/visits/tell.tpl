% # Whether to write to the patient. Takes: contact, about (what the mail is called), form.
<fieldset class="mb-3">
  <legend class="h6">Tell the patient?</legend>
  % if contact['email'] and mail_is_on:
  <div class="form-check">
    <input class="form-check-input" type="checkbox" id="tell_patient" name="tell_patient" value="yes" aria-describedby="tell-what" {{'checked' if form.get('tell_patient') else ''}}>
    <label class="form-check-label" for="tell_patient">Send an e-mail to {{contact['email']}}</label>
  </div>
  <p class="form-text mb-0" id="tell-what">The e-mail “{{about}}” gives the day, the time and the member of staff.{{get('beside', '')}}</p>
  % else:
  <div class="form-check">
    <input class="form-check-input" type="checkbox" id="tell_patient" name="tell_patient" value="yes" aria-describedby="tell-what" {{'checked' if form.get('tell_patient') else ''}}>
    <label class="form-check-label" for="tell_patient">Put {{contact['full_name']}} on the list of patients to call</label>
  </div>
  <p class="form-text mb-0" id="tell-what">{{'This clinic sends no e-mail.' if contact['email'] else 'The e-mail address of this patient is not confirmed yet, so we send no e-mail.' if contact['unproven_email'] else 'We have no e-mail address for this patient.'}} Please call {{contact['full_name']}}{{': ' if contact['phone'] else '.'}}
    % if contact['phone']:
    <a class="text-nowrap" href="{{contact['phone_link']}}">{{contact['phone']}}</a>
    % end
    Take the tick out if they know already.
  </p>
  % end
</fieldset>
