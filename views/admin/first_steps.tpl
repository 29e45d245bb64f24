% # The steps of a new clinic. Takes: first_run (of app/clinic/first_run.py).
% next_step = next((step for step in first_run['steps'] if not step.is_done), None)
<ol class="first-steps card">
  % for number, step in enumerate(first_run['steps'], 1):
  % is_next = step is next_step
  <li class="{{'done' if step.is_done else 'next' if is_next else ''}}">
    <span class="step-mark" aria-hidden="true">{{'✓' if step.is_done else number}}</span>
    <div>
      <h2 class="h5 mb-0">{{step.title}}
        % if step.is_done:
        <span class="visually-hidden">(done)</span>
        % elif step.can_wait:
        <span class="text-body-secondary fw-normal">(can wait)</span>
        % end
      </h2>
      <p class="mb-0 text-body-secondary">{{step.said}}</p>
    </div>
    <a class="{{'btn btn-primary' if is_next else 'step-link'}}" href="{{step.path}}">{{'Next: ' + step.link if is_next else step.link.capitalize()}}<span class="visually-hidden">: {{step.title}}</span></a>
  </li>
  % end
</ol>
