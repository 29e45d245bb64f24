% # The box in which a patient is looked for, and who was found. Takes: action (the page's path), kept, and what
% # app/pages/finding.py gives: typed, asked, found, paging, digits_too.
% from urllib.parse import urlencode
<form class="desk-find mb-3" method="get" action="{{action}}" role="search">
  % include('staff/desk/kept.tpl')
  <label class="form-label" for="q">Find the patient</label>
  <div class="d-flex gap-2">
    <input class="form-control" type="search" id="q" name="q" value="{{typed}}" maxlength="120" autocomplete="off" aria-describedby="q-hint"
      % if not asked:
      autofocus
      % end
    >
    <button class="btn btn-primary text-nowrap flex-shrink-0">Find</button>
  </div>
  <div class="form-text mt-1 mb-0" id="q-hint">Name, date of birth, phone or e-mail. A few letters or three digits are enough: ferr 1990.</div>
</form>
% if asked and not found:
<p class="fs-5 mb-1">No patient found for “{{typed.strip()}}”.</p>
<p>Try fewer letters, another number, or a date of birth such as 29 Feb 1980. If the patient is new, add them.</p>
% elif asked:
<h2 class="h5">{{'Patients found' if paging.page == 1 else 'Patients found, page %d' % paging.page}}</h2>
% if digits_too:
<p>Born on {{written.date(digits_too)}}. <a href="{{action}}?{{urlencode({**kept, 'q': typed[:3] + ' ' + typed[3:]})}}">Search for phone numbers with {{typed}}</a></p>
% end
% include('staff/patients/rows.tpl', patients=found)
% end
% if paging.pages > 1:
<nav class="d-flex gap-3 mb-3" aria-label="Pages">
  % if paging.page > 1:
  <a class="btn btn-outline-secondary" rel="prev" href="{{paging.link(paging.page - 1)}}">Previous page</a>
  % end
  % if paging.page < paging.pages:
  <a class="btn btn-outline-secondary" rel="next" href="{{paging.link(paging.page + 1)}}">Next page</a>
  % end
</nav>
% end
<p class="mb-4"><a class="btn {{'btn-primary' if asked and not found else 'btn-outline-secondary'}}" href="/staff/book/patient?{{urlencode({**kept, **({'q': typed} if typed else {})})}}">Add a new patient</a></p>
