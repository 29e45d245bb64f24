% rebase('base.tpl', title='Book for ' + patient['full_name'] if patient else 'Book for a patient')
% from urllib.parse import urlencode
% names = {person['staff_id']: person['full_name'] for person in people}
% is_walk_in, starts_at = chosen['is_walk_in'], chosen['starts_at']
% is_looking = not patient and asked
<h1>{{'Walk-in' if is_walk_in else 'Book for a patient'}}</h1>
% if starts_at:
<p class="desk-chosen"><strong>{{written.day(starts_at)}}, {{written.time(starts_at)}}</strong>{{' with ' + names[chosen['staff_id']] if chosen['staff_id'] in names else ''}}\\
  % if gap and not is_other:
, free until {{written.time(min(filter(None, gap.values())))}}\\
  % end
 <a href="{{address(time=None, minutes=None)}}">Choose another time</a></p>
% elif is_walk_in:
<p class="desk-chosen">The patient is already here: the visit starts at once. <a href="{{address(walk_in=None)}}">Book a time instead</a></p>
% end
% if patient:
% include('staff/desk/who.tpl')
% else:
<div class="desk-found">
  % include('staff/patients/search.tpl', action='/staff/book')
</div>
% end
% if not is_looking:
<section class="mb-4" aria-labelledby="what">
  <h2 class="h5" id="what">Service</h2>
  % if errors.get('service_id'):
  <div class="invalid-feedback d-block" id="service_id-error">{{errors['service_id']}}</div>
  % end
  % if not services:
  <p>No service is offered yet. An admin can choose which staff offer which services.</p>
  % end
  <ul class="pills chips list-unstyled mb-0" id="service_id">
    % for each in services:
    <li><a href="{{address(service_id=each['service_id'], minutes=each['shortened'])}}" aria-current="{{'true' if each['service_id'] == chosen['service_id'] else 'false'}}">{{each['name']}}, {{written.length(each['minutes'])}}{{'' if each['fits'] else ' (shortened to %d)' % each['shortened'] if each['shortened'] else ' (does not fit)'}}</a></li>
    % end
  </ul>
</section>
% if is_other:
<p class="alert alert-warning">This member of staff does not offer this service. These do:</p>
% end
% if errors.get('staff_id'):
<div class="invalid-feedback d-block mb-3" id="staff_id-error">{{errors['staff_id']}}</div>
% end
% if chosen['service_id'] and not is_walk_in:
% include('staff/desk/times.tpl')
% elif services and not is_walk_in:
<p>{{'Choose a service to go on.' if starts_at else 'Choose a service to see the free times.'}}</p>
% end
% end
<p class="mt-4 mb-0">Is a time not offered? <a href="/staff/why-not">See why</a></p>
