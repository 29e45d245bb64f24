% # Whom a visit is for, in a few lines. Takes: patient, age, now, kept.
% from urllib.parse import urlencode
<section class="card card-body desk-who mb-4" aria-labelledby="who">
  <div>
    <h2 class="h5 mb-1" id="who">{{patient['full_name']}}</h2>
    <p class="mb-0">{{', '.join(filter(None, (written.date(patient['birth_date']) + ' (%d)' % age(patient['birth_date'], now.date()) if patient['birth_date'] else '', patient['phone'], 'account of ' + patient['holder_name'] if patient['holder_name'] else ''))) or 'No date of birth, no phone number'}}</p>
    % include('parts/alert.tpl', alert=patient['alert'])
    % include('staff/desk/reliability.tpl', missed=patient['missed'])
    % if patient['ahead']:
    <p class="mb-0 mt-2">Upcoming visits:</p>
    <ul class="mb-0">
      % for visit in patient['ahead']:
      <li>
        <a href="/appointments/{{visit['appointment_id']}}">{{written.moment(visit['starts_at'])}}</a>, {{visit['service_name']}} with {{visit['staff_name']}}
      </li>
      % end
    </ul>
    % end
  </div>
  <p class="mb-0"><a class="btn btn-outline-secondary" href="/staff/book?{{urlencode(kept)}}">Change patient</a></p>
</section>
