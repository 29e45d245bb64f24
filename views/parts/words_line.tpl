% # One line of the clinic's own words. Takes: line, as app/plain_text.py gives it.
% for text, link in line:
% if link:
<a href="{{link}}" rel="noopener noreferrer">{{text}}</a>\\
% else:
{{text}}\\
% end
% end
