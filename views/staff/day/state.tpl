% # What a visit is now, in words beside a shape; how long somebody has waited, or is late. Takes: line.
<span class="state state-{{line['status']}}">{{'In the waiting room' if line['status'] == 'arrived' and line.get('place', 'room') == 'room' else line['status_label']}}</span>
% if line['waiting'] is not None:
<span class="state-since">{{written.length(line['waiting'])}}</span>
% end
% if line['late_by']:
<span class="state-late">{{written.length(line['late_by'])}} late{{f", said {line['late_minutes']}" if line['late_minutes'] else ''}}</span>
% elif line['late_minutes'] and line['status'] == 'booked':
<span class="state-late">said {{line['late_minutes']}} min late</span>
% end
