% # Records to choose from, each a link to both side by side. Takes: patients, at, age, today.
<ul class="list-unstyled divided">
  % for each in patients:
  <li>
    <a class="fw-semibold" href="{{at}}/merge?with={{each['patient_id']}}">{{each['full_name']}}</a>
    <span class="d-block text-body-secondary">{{', '.join(filter(None, (written.date(each['birth_date']) + ' (%d)' % age(each['birth_date'], today) if each['birth_date'] else 'no date of birth', each['phone'] or 'no phone number', 'account of ' + each['holder_name'] if each['holder_name'] else '')))}}</span>
  </li>
  % end
</ul>
