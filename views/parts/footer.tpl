<footer class="site-footer border-top mt-auto">
  <div class="container d-flex flex-wrap justify-content-between gap-3 py-4">
    <address class="mb-0">
      <strong>{{clinic.name}}</strong>
      % if clinic.address:
      <br><span class="keep-lines">{{clinic.address}}</span>
      % end
      % if clinic.phone:
      <br>Phone <a href="{{clinic.phone_link}}">{{clinic.phone}}</a>
      % end
      % if clinic.email:
      <br><a class="text-break" href="mailto:{{clinic.email}}">{{clinic.email}}</a>
      % end
    </address>
    % if has_course or clinic.texts.privacy_version or clinic.texts.imprint_version:
    <ul class="list-unstyled mb-0">
      % if has_course:
      <li><a class="d-inline-block py-1" href="/learn">How it works: the SQL behind it</a></li>
      % end
      % if clinic.texts.privacy_version:
      <li><a class="d-inline-block py-1" href="/privacy">Privacy notice</a></li>
      % end
      % if clinic.texts.imprint_version:
      <li><a class="d-inline-block py-1" href="/imprint">Imprint</a></li>
      % end
    </ul>
    % end
    % if csrf_token:
    <form class="d-print-none" method="post" action="/theme" aria-label="Colours">
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <input type="hidden" name="next" value="{{here}}">
      <span class="me-2">Colours</span>
      <span class="btn-group btn-group-sm">
        % for value, label in (('light', 'Light'), ('dark', 'Dark'), ('device', 'Same as device')):
        <button class="btn btn-outline-secondary" name="theme" value="{{value}}" aria-pressed="{{'true' if value == (theme or 'device') else 'false'}}">{{label}}</button>
        % end
      </span>
    </form>
    % end
  </div>
</footer>
