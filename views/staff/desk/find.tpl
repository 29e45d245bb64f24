% rebase('base.tpl', title='Book for a patient')
% from urllib.parse import urlencode
<div class="narrow">
  <h1>Book for a patient</h1>
  <form class="mb-4" method="get" action="/staff/book" role="search">
    % include('staff/desk/kept.tpl')
    <label class="form-label" for="q">Find the patient</label>
    <div class="form-text" id="q-hint">Type a name, a date of birth, a phone number or an e-mail address. The first letters of each name are enough, or three digits of the number. You can add the year of birth to a name: ferreira 1990.</div>
    <div class="d-flex gap-2">
      <input class="form-control" type="search" id="q" name="q" value="{{typed}}" maxlength="120" autocomplete="off" aria-describedby="q-hint"
        % if not asked:
        autofocus
        % end
      >
      <button class="btn btn-primary text-nowrap flex-shrink-0">Find</button>
    </div>
  </form>
  % if asked and not found:
  <p class="fs-5">No patient found for “{{typed.strip()}}”.</p>
  <p>Try fewer letters, another number, or a date of birth such as 29 Feb 1980. If the patient is new, add them.</p>
  % elif asked:
  <h2 class="h5">{{'Patients found' if paging.page == 1 else 'Patients found, page %d' % paging.page}}</h2>
  % if digits_too:
  <p>Born on {{written.date(digits_too)}}. <a href="/staff/book?{{urlencode({**kept, 'q': typed[:3] + ' ' + typed[3:]})}}">Search for phone numbers with {{typed}}</a></p>
  % end
  % include('staff/desk/patients.tpl', patients=found)
  % end
  % if paging.pages > 1:
  <nav class="d-flex gap-3 mb-4" aria-label="Pages">
    % if paging.page > 1:
    <a class="btn btn-outline-secondary" rel="prev" href="{{paging.link(paging.page - 1)}}">Previous page</a>
    % end
    % if paging.page < paging.pages:
    <a class="btn btn-outline-secondary" rel="next" href="{{paging.link(paging.page + 1)}}">Next page</a>
    % end
  </nav>
  % end
  <p><a class="btn {{'btn-primary' if asked and not found else 'btn-outline-primary'}}" href="/staff/book/patient?{{urlencode({**kept, **({'q': typed} if typed else {})})}}">Add a new patient</a></p>
  <p class="mt-4 mb-0">Is a time not offered? <a href="/staff/why-not">See why</a></p>
</div>
