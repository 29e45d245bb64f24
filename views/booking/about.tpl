% if person['specialization']:
<p class="lead mb-2">{{person['specialization']}}</p>
% end
% if person['about']:
<p class="keep-lines">{{person['about']}}</p>
% end
% if person['phone']:
<p>Phone {{person['phone']}}</p>
% end
