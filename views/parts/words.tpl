% # The clinic's own words. Takes: text, and heading: the level of its headings, 2 or 3.
% from app.plain_text import blocks
% for block in blocks(text):
% if block.kind == 'heading':
% if get('heading', 2) == 2:
<h2 class="h4 mt-4">
  % include('parts/words_line.tpl', line=block.lines[0])
</h2>
% else:
<h3 class="h6">
  % include('parts/words_line.tpl', line=block.lines[0])
</h3>
% end
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
