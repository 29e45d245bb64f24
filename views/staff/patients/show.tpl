% rebase('base.tpl', title=patient['full_name'])
% at = '/staff/patients/%d' % patient['patient_id']
% is_there = not patient['forgotten_utc']
% kinds = {'booked': 'Confirmation', 'moved': 'E-mail about the change', 'cancelled': 'E-mail about the cancellation', 'reminder': 'Reminder'}
<p class="back mb-2 d-print-none"><a href="/staff/patients">Patients</a></p>
<div class="bar align-items-start mb-2">
  <h1 class="mb-0">{{patient['full_name']}}</h1>
  % if is_there:
  <a class="btn btn-primary" href="/staff/book?patient_id={{patient['patient_id']}}">Book a visit</a>
  % end
</div>
% if is_there:
% include('staff/patients/alert.tpl')
% end
<div class="record">
  <div class="record-contact">
    <section class="card card-body" aria-labelledby="contact">
      <h2 class="h5" id="contact">Contact</h2>
      <dl class="facts mb-0">
        <dt>Born</dt>
        <dd>{{'%s, %d years' % (written.date(patient['birth_date']), patient['age']) if patient['birth_date'] else 'not known'}}</dd>
        <dt>Phone</dt>
        <dd>
          % if patient['phone']:
          <a class="text-nowrap" href="{{patient['phone_link']}}">{{patient['phone']}}</a>
          % else:
          none
          % end
        </dd>
        <dt>E-mail</dt>
        <dd>
          % if patient['email']:
          <a class="text-break" href="mailto:{{patient['email']}}">{{patient['email']}}</a>{{' (confirmed)' if patient['user_id'] else ''}}
          % elif patient['unproven_email']:
          <span class="text-break">{{patient['unproven_email']}}</span> (not confirmed: we send no e-mail about visits to it)
          % else:
          none: please call
          % end
        </dd>
        % if patient['holder_name']:
        <dt>Account</dt>
        <dd>of {{patient['holder_name']}}</dd>
        % elif not patient['user_id']:
        <dt>Account</dt>
        <dd>none: the clinic books</dd>
        % end
        % if not patient['is_online']:
        <dt>Booking</dt>
        <dd>must call: no online booking</dd>
        % end
        % if missed:
        <dt>Missed</dt>
        <dd class="desk-late">{{'1 visit' if missed == 1 else '%d visits' % missed}} in the last 12 months</dd>
        % end
      </dl>
      <div class="d-print-none">
        % if patient['unproven_email'] and sees_all:
        <p class="text-body-secondary mt-3 mb-2">Anybody can register with somebody else’s address. Mark it as known only if the patient gave it to you in person, or on a phone number that you know.</p>
        <form method="post" action="{{at}}/known-address">
          <input type="hidden" name="csrf_token" value="{{csrf_token}}">
          <button class="btn btn-outline-secondary">Mark the address as known</button>
        </form>
        % end
        % if not patient['user_id'] and is_there:
        <p class="mt-3 mb-0"><a class="btn btn-outline-secondary" href="{{at}}/edit">Change details</a></p>
        % end
        % if sees_all and is_there:
        <form class="mt-3" method="post" action="{{at}}/online">
          <input type="hidden" name="csrf_token" value="{{csrf_token}}">
          <input type="hidden" name="is_online" value="{{'' if patient['is_online'] else 'on'}}">
          <button class="btn btn-outline-secondary">{{'Stop online booking' if patient['is_online'] else 'Allow online booking'}}</button>
        </form>
        % end
      </div>
    </section>
  </div>
  <div class="record-visits">
    <section class="mb-4" aria-labelledby="ahead">
      <h2 class="h5" id="ahead">Upcoming visits</h2>
      % if not ahead:
      <p class="mb-0">No upcoming visit.</p>
      % end
      <ol class="list-unstyled found visits-of-patient">
        % for visit in ahead:
        % when, link = written.moment(visit['starts_at']), '/appointments/%d' % visit['appointment_id']
        <li>
          <div class="found-who">
            % if visit['may_open']:
            <a class="fw-semibold" href="{{link}}">{{when}}</a>
            % else:
            <strong>{{when}}</strong>
            % end
            % if visit['status'] == 'arrived':
            <span class="state state-arrived">in the waiting room</span>
            % end
            <span class="text-break">{{', '.join(filter(None, (visit['service_name'] + ' with ' + visit['staff_name'], written.place(visit, ''))))}}</span>
            % if visit['reason']:
            <span class="d-block text-body-secondary line-reason">{{visit['reason']}}</span>
            % end
            % if visit['note']:
            <span class="d-block desk-note keep-lines">Note: {{visit['note']}}</span>
            % end
          </div>
          % if visit['may_open'] and visit['status'] == 'booked':
          <div class="found-acts d-print-none">
            % for verb, page_name in (('Move', 'reschedule'), ('Change', 'change'), ('Cancel', 'cancel')):
            <a class="btn btn-outline-secondary" href="{{link}}/{{page_name}}" aria-label="{{verb}} the visit of {{when}}">{{verb}}</a>
            % end
          </div>
          % end
        </li>
        % end
      </ol>
    </section>
    <section aria-labelledby="past">
      <h2 class="h5" id="past">History</h2>
      % if not visits:
      <p>No visits yet.</p>
      % end
      <ol class="list-unstyled found visits-of-patient">
        % for visit in visits:
        % when = written.moment(visit['starts_at'])
        <li>
          <div class="found-who">
            % if visit['may_open']:
            <a class="fw-semibold" href="/appointments/{{visit['appointment_id']}}">{{when}}</a>
            % else:
            <strong>{{when}}</strong>
            % end
            <span class="text-break">{{visit['service_name']}} with {{visit['staff_name']}}</span>
            % if visit['reason']:
            <span class="d-block text-body-secondary line-reason">{{visit['reason']}}</span>
            % end
            % if visit['note']:
            <span class="d-block desk-note keep-lines">Note: {{visit['note']}}</span>
            % end
          </div>
          <span class="{{'desk-late' if visit['status'] == 'no_show' else 'text-body-secondary'}}">{{visit['status_label']}}</span>
        </li>
        % end
      </ol>
      % include('parts/paging.tpl', of='visits')
    </section>
  </div>
  <div class="record-rest">
    % if undelivered:
    <section class="card card-body mb-4 attention-late" aria-labelledby="undelivered">
      <h2 class="h5" id="undelivered">E-mail that did not arrive</h2>
      <ul class="list-unstyled divided mb-0">
        % for mail in undelivered:
        <li>{{kinds.get(mail['kind'], 'E-mail')}} for {{written.moment(mail['starts_at'])}}, to <span class="text-break">{{mail['recipient']}}</span>.
          <strong>{{in_words(mail['last_code'], mail['last_answer'])}}</strong>
          % if mail['last_answer']:
          <span class="d-block small text-body-secondary text-break">{{' '.join(str(part) for part in (mail['last_code'], mail['last_answer']) if part)}}</span>
          % end
        </li>
        % end
      </ul>
      <p class="mt-2 mb-0">Please call the patient, and ask for the right address.</p>
    </section>
    % end
    % if doubles:
    <section class="card card-body mb-4" aria-labelledby="doubles">
      <h2 class="h5" id="doubles">Perhaps the same patient</h2>
      <ul class="list-unstyled divided mb-0">
        % for other in doubles:
        <li><a href="{{at}}/merge?with={{other['patient_id']}}">{{other['full_name']}}</a>
          <span class="d-block text-body-secondary">{{', '.join(filter(None, (written.date(other['birth_date']) if other['birth_date'] else '', other['phone'])))}}</span>
        </li>
        % end
      </ul>
    </section>
    % end
    <ul class="list-unstyled d-print-none">
      % if sees_all and is_there:
      <li><a class="desk-more" href="{{at}}/merge">Merge with another record</a></li>
      % end
      % if visitor.role == 'admin':
      <li><a class="desk-more" href="/admin/patients/{{patient['patient_id']}}">Record and who looked</a></li>
      % end
      % if visitor.role == 'admin' and is_there:
      <li><a class="desk-more" href="/admin/patients/{{patient['patient_id']}}/forget">Forget this patient</a></li>
      % end
    </ul>
  </div>
</div>
