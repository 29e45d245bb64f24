% # Today by what has to be done next. Takes: sections, count, now, and what line.tpl takes.
% is_marked = False
% for part in sections:
% if not is_marked and part['name'] in ('next', 'later', 'done'):
% is_marked = True
<p class="now-line"><span><span class="visually-hidden">It is now </span>{{written.time(now)}}</span></p>
% end
% tag = 'details' if part['name'] == 'done' else 'section'
<{{tag}} class="day-part day-part-{{part['name']}}">
  % if tag == 'details':
  <summary><h2 class="h6">{{part['title']}} ({{part['count'] - count['cancelled']}}){{f", {count['cancelled']} cancelled" if count['cancelled'] else ''}}</h2></summary>
  % else:
  <h2 class="h6">{{part['title']}}{{f" ({part['count']})" if part['name'] in ('here', 'late') else ''}}</h2>
  % end
  <ol class="visit-list list-unstyled">
    % for line in part['lines']:
    % include('staff/day/line.tpl', line=line, is_later=part['name'] == 'later')
    % end
  </ol>
</{{tag}}>
% end
% if not is_marked:
<p class="now-line"><span><span class="visually-hidden">It is now </span>{{written.time(now)}}</span></p>
% end
