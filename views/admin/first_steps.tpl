% # The steps of a new clinic. Takes: first_run (of app/clinic/first_run.py).
% next_step = next((step for step in first_run['steps'] if not step.is_done), None)
<ol class="first-steps card">
  % for number, step in enumerate(first_run['steps'], 1):
  <li class="{{'done' if step.is_done else 'next' if step is next_step else ''}}">
    <span class="mark" aria-hidden="true">{{'✓' if step.is_done else number}}</span>
    <div>
      <h2 class="h5 mb-0">{{step.title}} <span class="visually-hidden">{{'(done)' if step.is_done else '(to do)'}}</span>{{!' <span class="text-body-secondary fw-normal">(can wait)</span>' if number == 5 and not step.is_done else ''}}</h2>
      <p class="mb-0 text-body-secondary">{{step.said}}</p>
    </div>
    <a class="{{'btn btn-primary' if step is next_step and number < 5 else 'btn btn-link'}}" href="{{step.path}}">{{step.link}}<span class="visually-hidden">: {{step.title}}</span></a>
  </li>
  % end
</ol>
