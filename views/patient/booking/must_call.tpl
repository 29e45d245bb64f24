% # For whom the clinic books itself: neutral words, and the number. Takes: must_call.
% if must_call:
<p class="alert alert-info">Please call us to book\\
% if clinic.phone:
: <a class="alert-link text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>\\
% end
. We will gladly find a time for you.</p>
% end
