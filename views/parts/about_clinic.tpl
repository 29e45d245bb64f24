% # Where the clinic is, when it is open, who works there. Takes: opening (of opening_hours.of_week()), people, today.
<section class="card card-body mb-4" aria-labelledby="visit-us">
  <h2 class="h5" id="visit-us">Visit us</h2>
  % if clinic.address:
  <p class="keep-lines">{{clinic.address}}</p>
  % end
  % if clinic.phone:
  <p>Phone <a class="text-nowrap d-inline-block py-1" href="{{clinic.phone_link}}">{{clinic.phone}}</a></p>
  % end
  % if any(row['stretches'] for row in opening):
  <h3 class="h6 mb-1">Opening hours, next seven days</h3>
  <dl class="week mb-0">
    % for row in opening:
    % first, last = row['days'][0], row['days'][-1]
    <div><dt>{{written.weekday(first)}}{{'' if first == last else ('–' if len(row['days']) > 2 else ', ') + written.weekday(last)}}</dt>
      <dd>{{', '.join('%s–%s' % (written.minute(start), written.minute(end)) for start, end in row['stretches']) or 'closed'}}</dd></div>
    % end
  </dl>
  % else:
  <p class="mb-0">Nobody can be booked in the next seven days.</p>
  % end
</section>
% if people:
<section aria-labelledby="people">
  <h2 class="h5" id="people">Who you can see</h2>
  <ul class="faces list-unstyled mb-0">
    % for person in people[:12]:
    <li>
      % include('parts/initials.tpl', full_name=person['full_name'], key=person['staff_id'])
      <span><a class="d-inline-block py-1" href="/book/{{person['staff_id']}}">{{person['full_name']}}</a>
        % if person['specialization']:
        <small class="d-block text-body-secondary">{{person['specialization']}}</small>
        % end
      </span>
    </li>
    % end
  </ul>
  % if len(people) > 12:
  <p class="mt-2 mb-0"><a class="d-inline-block py-1" href="/book">All {{len(people)}}</a></p>
  % end
</section>
% end
