% if desk_link:
<p class="alert alert-info">This is what patients see. <a class="alert-link" href="{{desk_link}}">Book for a patient</a></p>
% end
