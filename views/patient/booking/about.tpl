% from app.written import phone_link
% if person['specialization']:
<p class="lead mb-2">{{person['specialization']}}</p>
% end
% if person['about']:
<p class="keep-lines">{{person['about']}}</p>
% end
% if person['phone']:
<p>Phone <a class="text-nowrap d-inline-block py-1" href="{{phone_link(person['phone'])}}">{{person['phone']}}</a></p>
% end
