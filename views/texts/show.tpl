% rebase('base.tpl')
<div class="narrow">
  <h1>{{title}}</h1>
  % if until:
  <p class="alert alert-warning">This is an earlier version. It applied from {{written.day(since)}} until {{written.day(until)}}.
    % if clinic.texts.privacy_version if text['kind'] == 'privacy' else clinic.texts.imprint_version:
    <a class="alert-link" href="/{{text['kind']}}">See the present version</a>
    % end
  </p>
  % end
  % include('parts/words.tpl', text=text['body'])
  % if not until:
  <p class="text-body-secondary mt-4">Version {{text['version']}}, since {{written.day(since)}}.</p>
  % end
  % if text['earlier_version']:
  <p class="d-print-none"><a href="/{{text['kind']}}?version={{text['earlier_version']}}">Earlier version</a></p>
  % end
</div>
