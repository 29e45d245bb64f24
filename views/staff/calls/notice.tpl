% # A line that leads to the list of calls, where there are any. Takes: calls (how many).
% if calls:
<p class="d-print-none"><a href="/staff/calls"><span class="badge text-bg-warning">{{calls}}</span> {{'patient' if calls == 1 else 'patients'}} to call</a></p>
% end
