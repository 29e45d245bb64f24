% rebase('base.tpl', title='Merge ' + patient['full_name'])
% from urllib.parse import urlencode
% at = '/staff/patients/%d' % patient['patient_id']
<p class="back mb-2"><a href="{{at}}">{{patient['full_name']}}</a></p>
<div class="narrow">
  <h1>Merge with another record</h1>
  <p>A patient may be here twice. Find the other record, and look at both side by side. Nothing is changed yet.</p>
  % if likely and not asked:
  <h2 class="h5">Likely the same patient</h2>
  % include('staff/merging/list.tpl', patients=likely)
  % end
  <form class="mb-4" method="get" action="{{at}}/merge" role="search">
    <label class="form-label" for="q">Find the other record</label>
    <div class="form-text" id="q-hint">Type a name, a date of birth, a phone number or an e-mail address.</div>
    <div class="d-flex gap-2">
      <input class="form-control" type="search" id="q" name="q" value="{{typed}}" maxlength="120" autocomplete="off" aria-describedby="q-hint">
      <button class="btn btn-primary text-nowrap flex-shrink-0">Find</button>
    </div>
  </form>
  % if asked and found:
  <h2 class="h5">Patients found</h2>
  % include('staff/merging/list.tpl', patients=found)
  % elif asked:
  <p class="fs-5">No other patient found for “{{typed.strip()}}”.</p>
  <p>Try fewer letters, another number, or a date of birth such as 29 Feb 1980.</p>
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
</div>
