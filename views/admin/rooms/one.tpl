% rebase('base.tpl', title=room['name'])
% at = '/admin/rooms/' + str(room['room_id'])
% number = str(len(visits)) + (' or more' if len(visits) == most_shown else '')
<p><a href="/admin/rooms">Rooms</a></p>
<h1>{{room['name']}}</h1>
% if not room['is_active']:
<p class="alert alert-warning">This room is retired. No new visits are booked here. Past visits keep its name.</p>
% end
% if room['usual_for']:
<p>Usual room of {{room['usual_for']}}{{'' if room['is_active'] else '. They get another room for now'}}.</p>
% end
<div class="row g-4">
  <div class="col-lg-6">
    <form class="card card-body mb-4" method="post" action="{{at}}" novalidate aria-labelledby="details">
      <h2 class="h5" id="details">Details</h2>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      % include('admin/rooms/fields.tpl')
      <button class="btn btn-primary">Save the room</button>
    </form>
    % if room['is_active']:
    <form class="card card-body" method="post" action="{{at}}/retire" aria-labelledby="retire">
      <h2 class="h5" id="retire">Retire this room</h2>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <p>No new visits are booked here. {{'The ' + number + (' visit' if len(visits) == 1 else ' visits') + ' already booked ' + ('stays' if len(visits) == 1 else 'stay') + ' here until you decide.' if visits else 'It has no upcoming visits.'}} You can bring it back later.</p>
      <button class="btn btn-outline-secondary">Retire {{room['name']}}</button>
    </form>
    % else:
    <form class="card card-body" method="post" action="{{at}}/bring-back" aria-labelledby="bring-back">
      <h2 class="h5" id="bring-back">Bring this room back</h2>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <p>Visits are booked here again.</p>
      <button class="btn btn-outline-primary">Bring {{room['name']}} back</button>
    </form>
    % end
  </div>
  <div class="col-lg-6">
    <section class="card card-body {{'attention' if visits and not room['is_active'] else ''}}" aria-labelledby="ahead">
      <h2 class="h5" id="ahead">{{number if visits else 'No'}} upcoming {{'visit' if len(visits) == 1 else 'visits'}}</h2>
      % if visits and not room['is_active']:
      <p>They stay booked in this room until you decide. Choose another room for each visit, or call the patient.</p>
      % end
      % if len(visits) == most_shown:
      <p>These are the first {{most_shown}}: <a href="/admin/appointments?from_day={{visits[0]['starts_at'].date()}}&amp;room_id={{room['room_id']}}&amp;status=booked">see all</a>.</p>
      % end
      % if visits:
      <ul class="list-unstyled mb-0 divided">
        % for visit in visits:
        <li>
          <a class="fw-semibold" href="/appointments/{{visit['appointment_id']}}">{{written.moment(visit['starts_at'])}}, {{visit['patient_name']}}</a>
          <span class="d-block">{{visit['service_name']}} with {{visit['staff_name']}}\\
            % if visit['phone']:
, <a class="text-nowrap" href="{{phone_link(visit['phone'])}}">{{visit['phone']}}</a>\\
            % end
</span>
          % if not room['is_active']:
          <a href="/appointments/{{visit['appointment_id']}}/reassign">Change the room<span class="visually-hidden"> for {{visit['patient_name']}}, {{written.moment(visit['starts_at'])}}</span></a>
          % end
        </li>
        % end
      </ul>
      % else:
      <p class="mb-0">No visits are booked here. <a href="/admin/rooms/usage">Room timetable</a></p>
      % end
    </section>
  </div>
</div>
