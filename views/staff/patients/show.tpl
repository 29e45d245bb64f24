% rebase('base.tpl', title=patient['full_name'])
<h1>{{patient['full_name']}}</h1>
<p>
  % if patient['birth_date']:
  Born {{written.date(patient['birth_date'])}}, {{patient['age']}} years.
  % end
  % if patient['holder_name']:
  Belongs to the account of {{patient['holder_name']}}.
  % end
  % if patient['phone']:
  Phone <a class="text-nowrap" href="{{patient['phone_link']}}">{{patient['phone']}}</a>.
  % end
  % if patient['email']:
  E-mail <a class="text-break" href="mailto:{{patient['email']}}">{{patient['email']}}</a>.
  % end
  % if patient['unproven_email']:
  E-mail <span class="text-break">{{patient['unproven_email']}}</span> (not confirmed: we send no e-mail about visits to it).
  % end
</p>
% if patient['unproven_email'] and sees_all:
<p class="text-body-secondary d-print-none">Anybody can register with somebody else’s address. Mark it as known only if the patient gave it to you in person, or on a phone number that you know.</p>
% end
% if not patient['forgotten_utc']:
% include('staff/patients/alert.tpl')
% end
<div class="d-flex flex-wrap gap-2 mb-3 d-print-none">
  % if not patient['forgotten_utc']:
  <a class="btn btn-primary" href="/staff/book?patient_id={{patient['patient_id']}}">Book a visit</a>
  % end
  % if not patient['user_id'] and not patient['forgotten_utc']:
  <a class="btn btn-outline-secondary" href="/staff/patients/{{patient['patient_id']}}/edit">Change details</a>
  % end
  % if patient['unproven_email'] and sees_all:
  <form method="post" action="/staff/patients/{{patient['patient_id']}}/known-address">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <button class="btn btn-outline-secondary">Mark the address as known</button>
  </form>
  % end
  % if sees_all and not patient['forgotten_utc']:
  <a class="btn btn-outline-secondary" href="/staff/patients/{{patient['patient_id']}}/merge">Merge with another record</a>
  % end
  % if visitor.role == 'admin':
  <a class="btn btn-outline-secondary" href="/admin/patients/{{patient['patient_id']}}">Record and who looked</a>
  % end
  % if visitor.role == 'admin' and not patient['forgotten_utc']:
  <a class="btn btn-outline-secondary" href="/admin/patients/{{patient['patient_id']}}/forget">Forget this patient</a>
  % end
</div>
<h2 class="h5">All visits</h2>
% if visits:
<ol class="lines lines-plain list-unstyled mb-0">
  % for visit in visits:
  % when = written.moment(visit['starts_at'])
  <li class="line line-of-patient">
    <span class="line-time">
      % if visit['may_open']:
      <a href="/appointments/{{visit['appointment_id']}}">{{when}}</a>
      % else:
      {{when}}
      % end
    </span>
    <span class="line-what">{{visit['service_name']}}<span class="line-more">{{visit['staff_name']}}</span></span>
    <span class="line-who">{{visit['reason']}}</span>
    <span class="line-status"><span class="status status-{{visit['status']}}">{{visit['status_label']}}</span></span>
  </li>
  % end
</ol>
% include('parts/paging.tpl', of='visits')
% else:
<p>No visits yet.</p>
% end
