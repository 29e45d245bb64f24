% # Where a visit is, for its facts. Takes: visit, is_clinic.
% from app.written import is_at_clinic, video_link
{{written.where_for_clinic(visit) if is_clinic else written.where(visit)}}
% if is_at_clinic(visit):
<br><span class="text-body-secondary keep-lines">{{clinic.name}}{{', ' + clinic.address if clinic.address else ''}}</span>
% elif video_link(visit):
<br><a class="text-break" href="{{video_link(visit)}}" rel="noopener noreferrer">Open the video</a>
% elif visit['place'] == 'video' and visit['status'] in ('booked', 'arrived'):
<br><span class="text-body-secondary">{{'No link yet: it stands in the profile of ' + visit['staff_name'] if is_clinic else 'We tell you the link before the visit.'}}</span>
% end
