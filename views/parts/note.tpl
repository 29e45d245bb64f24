% # The clinic's note on a visit. Takes: note; '' shows nothing.
% if note:
<p class="visit-note"><svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16"><path d="M2 1h12v9l-4 5H2zM4.5 4.5v1.2h7V4.5zm0 3v1.2h7V7.5zm5.2 3v2.9l2.6-2.9z" fill-rule="evenodd" fill="currentColor"/></svg><span class="line-reason"><span class="visually-hidden">Note: </span>{{' '.join(note.split())}}</span></p>
% end
