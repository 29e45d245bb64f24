<section class="card card-body" aria-labelledby="next-visit">
  <h2 class="h5" id="next-visit">Your next visit</h2>
  <p class="h4 mb-1"><a href="/appointments/{{next_visit['appointment_id']}}">{{written.moment(next_visit['starts_at'])}}</a></p>
  <p class="mb-0">{{next_visit['service_name']}} with {{next_visit['staff_name']}}
    % if written.place(next_visit, ''):
    <br>{{written.place(next_visit)}}
    % end
    % if next_visit['relation'] != 'self':
    <br>for {{next_visit['patient_name']}}
    % end
  </p>
</section>
