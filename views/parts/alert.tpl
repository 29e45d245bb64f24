% # What staff must know of a patient before all else. Takes: alert; '' shows nothing.
% if alert:
<p class="patient-alert"><svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16"><path d="M8 1 15.5 15h-15zM7.2 6v4.5h1.6V6zm0 5.7v1.6h1.6v-1.6z" fill-rule="evenodd" fill="currentColor"/></svg><span><span class="visually-hidden">Alert: </span>{{alert}}</span></p>
% end
