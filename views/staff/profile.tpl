% rebase('base.tpl', title='Profile')
% is_only_desk = person['is_desk'] and not person['is_bookable']
<h1>Profile</h1>
<div class="row g-4">
  <div class="col-lg-7">
  <form class="card card-body" method="post" action="/staff/profile" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('parts/field.tpl', name='full_name', label='Name, as patients see it' if person['is_bookable'] else 'Name', autocomplete='name', longest=120)
    % include('parts/field.tpl', name='specialization', label='Specialization', longest=80, optional=True, hint='Such as General practice. Patients choose by it.' if person['is_bookable'] else '')
    % include('parts/field.tpl', name='phone', label='Public phone' if person['is_bookable'] else 'Phone', type='tel', autocomplete='off', longest=30, optional=True, hint='Patients see it on your page.' if person['is_bookable'] else '')
    <div class="mb-3">
      <label class="form-label" for="about">About you <span class="text-body-secondary fw-normal">(optional)</span></label>
      % if errors.get('about'):
      <div class="invalid-feedback d-block" id="about-error">{{errors['about']}}</div>
      % end
      <textarea class="form-control {{'is-invalid' if errors.get('about') else ''}}" id="about" name="about" rows="5" maxlength="1000"
        % if errors.get('about'):
        aria-invalid="true" aria-describedby="about-error"
        % end
      >{{form.get('about', '')}}</textarea>
    </div>
    % if not is_only_desk:
    <div class="mb-3">
      <label class="form-label" for="usual_room_id">Usual room</label>
      <div class="form-text" id="usual_room_id-hint">Booked first when it is free and suits the visit.</div>
      % if errors.get('usual_room_id'):
      <div class="invalid-feedback d-block" id="usual_room_id-error">{{errors['usual_room_id']}}</div>
      % end
      <select class="form-select" id="usual_room_id" name="usual_room_id" aria-describedby="usual_room_id-hint{{' usual_room_id-error' if errors.get('usual_room_id') else ''}}">
        <option value="">No usual room</option>
        % for room in rooms:
        % if str(room['room_id']) == form.get('usual_room_id'):
        <option value="{{room['room_id']}}" selected>{{room['name']}}</option>
        % else:
        <option value="{{room['room_id']}}">{{room['name']}}</option>
        % end
        % end
      </select>
    </div>
    % include('parts/field.tpl', name='video_link', label='Video link', type='url', longest=300, autocomplete='off', optional=True, hint='Patients get it for visits by video, such as https://meet.example.com/your-room.')
    <div class="form-check mb-3">
      <input class="form-check-input" type="checkbox" id="wants_mail" name="wants_mail" value="on"
        % if form.get('wants_mail'):
        checked
        % end
      >
      <label class="form-check-label" for="wants_mail">E-mail me when a visit with me is booked, moved or cancelled</label>
    </div>
    % end
    <button class="btn btn-primary align-self-start">Save profile</button>
  </form>
  </div>
  <div class="col-lg-5">
    <section aria-labelledby="elsewhere">
      <h2 class="h5" id="elsewhere">Your other pages</h2>
      <ul class="list-unstyled divided">
        % if person['is_bookable']:
        <li><a href="/staff/{{person['staff_id']}}">Your page, as patients see it</a></li>
        % end
        % if not is_only_desk:
        <li><a href="/staff/hours?staff_id={{person['staff_id']}}">Your hours and time off</a></li>
        % end
        <li><a href="/profile">Your account: password, and a phone number that only colleagues see</a></li>
      </ul>
      <p class="text-body-secondary">You sign in as <span class="text-break">{{person['email']}}</span>.</p>
    </section>
  </div>
</div>
