<div class="alert alert-danger" role="alert" tabindex="-1" autofocus>
  % if errors.get(''):
  <p class="mb-0">{{errors['']}}</p>
  % end
  % if '' not in errors and len(errors) == 1:
  % field, sentence = next(iter(errors.items()))
  <p class="mb-0"><a class="alert-link" href="#{{field}}">{{sentence}}</a></p>
  % elif any(errors):
  <p class="mb-1 fw-semibold">Please check:</p>
  <ul class="mb-0">
    % for field, sentence in errors.items():
    % if field:
    <li><a class="alert-link" href="#{{field}}">{{sentence}}</a></li>
    % end
    % end
  </ul>
  % end
</div>
