% # Who is at work while a walk-in waits: what each does, and when the patient could be seen. Takes: at_work (of
% # visits.desk.at_work()), wish (patient_id, service_id), wanted.
% from urllib.parse import urlencode
% def see(person, at, minutes=None):
% return '/staff/book/confirm?' + urlencode({**wish, 'staff_id': person['staff_id'], **({'minutes': minutes} if minutes else {}), **({'walk_in': 'yes'} if at == wanted.starts_at else {'starts_at': at.strftime('%Y-%m-%dT%H:%M')})})
% end
<table class="table stack desk-at-work">
  <thead><tr><th scope="col">At work</th><th scope="col">Now</th><th scope="col">Next free</th><th scope="col"><span class="visually-hidden">Book</span></th></tr></thead>
  <tbody>
    % for each in at_work:
    % now_free = each['free_at'] == wanted.starts_at or not (each['busy_until'] or each['pause_until'] or each['break_until'])
    <tr>
      <th scope="row">{{each['full_name']}}</th>
      <td data-label="Now">{{'with a patient until ' + written.time(each['busy_until']) if each['busy_until'] and each['busy_until'] > wanted.starts_at else 'pause until ' + written.time(each['pause_until']) if each['pause_until'] else 'break until ' + written.time(each['break_until']) if each['break_until'] else 'free' if now_free else ''}}{{', next visit ' + written.time(each['next_visit_at']) if now_free and each['next_visit_at'] else ''}}</td>
      <td data-label="Next free">{{written.time(each['free_at']) if each['free_at'] else 'not today'}}</td>
      <td>
        <span class="found-acts">
          % if each['free_at']:
          <a class="btn btn-primary" href="{{see(each, each['free_at'])}}" aria-label="Book {{written.time(each['free_at'])}} with {{each['full_name']}}">Book {{written.time(each['free_at'])}}</a>
          % end
          % if each['squeeze_at']:
          % after = 'Squeeze in now' if each['squeeze_at'] == wanted.starts_at else 'Squeeze in after ' + written.time(each['busy_until'] or each['squeeze_at'])
          % after += ', %d min' % each['shortened'] if each['shortened'] else ''
          <a class="btn btn-outline-secondary" href="{{see(each, each['squeeze_at'], each['shortened'])}}" aria-label="{{after}}: {{each['full_name']}}">{{after}}</a>
          % end
        </span>
      </td>
    </tr>
    % end
  </tbody>
</table>
