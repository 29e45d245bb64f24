% # The clinic's own words. Takes: text; small (True: a box on a page that is about something else).
% from app.plain_text import blocks
% for block in blocks(text):
% if block.kind == 'heading':
<h2 class="{{'h6' if get('small') else 'h4 mt-4'}}">
  % include('parts/words_line.tpl', line=block.lines[0])
</h2>
% elif block.kind == 'list':
<ul>
  % for line in block.lines:
  <li class="text-break">
    % include('parts/words_line.tpl', line=line)
  </li>
  % end
</ul>
% else:
<p class="text-break">
  % for number, line in enumerate(block.lines):
  % if number:
  <br>
  % end
  % include('parts/words_line.tpl', line=line)
  % end
</p>
% end
% end
