% # What was just booked, and what comes next. Takes: visit, and what app.visits.booked.beside() gives: remind_on,
% # relatives, starts_at.
% from app.names import spoken
% from app.written import is_at_clinic, video_link
% at = '/book/%d' % visit['staff_id']
<section class="booked" aria-labelledby="booked">
  <p class="visually-hidden" role="status">Your visit is booked.</p>
  <h1 id="booked">Booked: {{written.day(visit['starts_at'])}}, <span class="text-nowrap">{{written.time(visit['starts_at'])}}</span></h1>
  <p class="lead">{{visit['service_name']}} with {{visit['staff_name']}}{{'' if visit['relation'] == 'self' else ', for ' + visit['patient_name']}}</p>
  % if mail_is_on and visitor.email_is_proven:
  <p>We've e-mailed <span class="text-break">{{visitor.email}}</span>{{'. We’ll remind you on %s.' % written.day(remind_on) if remind_on else '.'}} No e-mail? Look in your spam folder.</p>
  % elif mail_is_on:
  <p><strong>Please write this down:</strong> we send no e-mail until you have confirmed your address.</p>
  % else:
  <p><strong>Please write this down:</strong> this clinic doesn't send e-mail.</p>
  % end
  % at_clinic = (clinic.name, ' '.join(clinic.address.split())) if is_at_clinic(visit) else ()
  <p>Where: {{', '.join(part for part in (written.where(visit, ''), *at_clinic) if part)}}
    % if video_link(visit):
    <br><a class="text-break" href="{{video_link(visit)}}" rel="noopener noreferrer">{{video_link(visit)}}</a>
    % elif visit['place'] == 'video' and not at_clinic:
    <br>We tell you the link before the visit.
    % end
  </p>
  % if visit['how_to_prepare']:
  <p class="keep-lines"><strong>How to prepare:</strong> {{visit['how_to_prepare']}}</p>
  % end
  <p class="d-flex flex-wrap gap-2 mb-0 d-print-none">
    <a class="btn btn-light" href="/appointments/{{visit['appointment_id']}}/calendar.ics">Add to my calendar</a>
    % for person in relatives:
    % asked = 'service_id=%d&patient_id=%d' % (visit['service_id'], person['patient_id'])
    % if starts_at:
    <a class="btn btn-light" href="{{at}}/confirm?{{asked}}&amp;starts_at={{starts_at.strftime('%Y-%m-%dT%H:%M')}}">Book for <bdi>{{spoken(person['full_name'])[0]}}</bdi> at {{written.time(starts_at)}}</a>
    % else:
    <a class="btn btn-light" href="{{at}}?{{asked}}&amp;day={{visit['starts_at'].date()}}">Book for <bdi>{{spoken(person['full_name'])[0]}}</bdi> too</a>
    % end
    % end
  </p>
</section>
