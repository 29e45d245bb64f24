% # Patients to choose from, each a link on to the next step. Takes: patients, kept, age, today.
% from urllib.parse import urlencode
<ul class="list-unstyled divided">
  % for each in patients:
  <li>
    <a class="fw-semibold" href="/staff/book?{{urlencode({**kept, 'patient_id': each['patient_id']})}}">{{each['full_name']}}</a>
    <span class="d-block text-body-secondary">{{', '.join(filter(None, (written.date(each['birth_date']) + ' (%d)' % age(each['birth_date'], today) if each['birth_date'] else 'no date of birth', each['phone'] or 'no phone number', 'account of ' + each['holder_name'] if each['holder_name'] else '')))}}</span>
  </li>
  % end
</ul>
