% # Patients to choose from: who they are, today's visits, and links to the record and to booking. Takes: patients (of
% # clinic.patients.beside()), kept (what is chosen already), age, today; walk_in: whether each row has one.
% from urllib.parse import urlencode
<ul class="list-unstyled found">
  % for each in patients:
  % born = written.date(each['birth_date']) + ' (%d)' % age(each['birth_date'], today) if each['birth_date'] else 'no date of birth'
  <li>
    <div class="found-who">
      <strong class="found-name">{{each['full_name']}}</strong>
      <span class="text-body-secondary">{{', '.join(filter(None, (born, each['phone'] or 'no phone number', 'account of ' + each['holder_name'] if each['holder_name'] else '')))}}</span>
      % include('parts/alert.tpl', alert=each['alert'])
      % for visit in each['today']:
      <span class="d-block">Today <a href="/appointments/{{visit['appointment_id']}}">{{written.time(visit['starts_at'])}} {{visit['staff_name']}}</a>, <span class="{{'state state-arrived' if visit['status'] == 'arrived' else ''}}">{{'in the waiting room' if visit['status'] == 'arrived' else visit['status_label'].lower()}}</span></span>
      % end
    </div>
    <div class="found-acts">
      % if each['alert'] is not None:
      <a class="btn btn-outline-secondary" href="/staff/patients/{{each['patient_id']}}" aria-label="Record of {{each['full_name']}}">Record</a>
      % end
      % if get('walk_in'):
      <a class="btn btn-outline-secondary" href="/staff/book?{{urlencode({'patient_id': each['patient_id'], 'walk_in': 'yes'})}}" aria-label="Walk-in of {{each['full_name']}}">Walk-in</a>
      % end
      <a class="btn btn-primary" href="/staff/book?{{urlencode({**kept, 'patient_id': each['patient_id']})}}" aria-label="Book for {{each['full_name']}}">Book</a>
    </div>
  </li>
  % end
</ul>
