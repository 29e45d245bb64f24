% # Whom to call after visits were cancelled. Takes: visits (rows of appointments/list_to_call), phone_link.
% from urllib.parse import urlencode
% if visits:
<section class="card card-body attention mb-4" aria-labelledby="to-call">
  <h2 class="h4" id="to-call">Please call {{len(visits)}} {{'patient who gets' if len(visits) == 1 else 'patients who get'}} no e-mail</h2>
  <ul class="list-unstyled divided mb-2">
    % for visit in visits:
    <li>☐ <strong><bdi>{{visit['patient_name']}}</bdi></strong>
      % if visit['phone']:
      <a class="text-nowrap" href="{{phone_link(visit['phone'])}}">{{visit['phone']}}</a>
      % else:
      no phone number
      % end
      <span class="d-block">was {{written.moment(visit['starts_at'])}}, {{visit['service_name']}} with {{visit['staff_name']}}</span>
      <a class="d-print-none" href="/staff/book?{{urlencode({'patient_id': visit['patient_id'], 'service_id': visit['service_id']})}}">Book a new time<span class="visually-hidden"> for {{visit['patient_name']}}</span></a>
    </li>
    % end
  </ul>
  <p class="text-body-secondary mb-0 d-print-none">You can print this page as a list.</p>
</section>
% end
