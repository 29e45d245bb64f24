% # What a service takes by now, where that is not what the visit was booked with. Takes: visit.
% booked = int((visit['ends_at'] - visit['starts_at']).total_seconds()) // 60
% if booked != visit['service_minutes']:
<p class="alert alert-info">{{visit['service_name']}} now takes {{written.length(visit['service_minutes'])}}. This visit was booked for {{written.length(booked)}}. At the new time it will take {{written.length(visit['service_minutes'])}}.</p>
% end
