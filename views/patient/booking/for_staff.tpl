% if desk_link:
<p class="alert alert-info">This is what patients see. To book for a patient, <a class="alert-link" href="{{desk_link}}">go to the desk's page</a>.</p>
% end
