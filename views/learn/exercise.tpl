% # An exercise with its form. Takes: exercise, lesson, solved, verdict (None before a check), answer, inline.
% order = exercise.number.split('.')[1]
<section class="exercise card card-body" id="ex-{{order}}" aria-labelledby="ex-{{order}}-title">
  <h3 class="h5" id="ex-{{order}}-title">Exercise {{exercise.number}}
    % if exercise.number in solved:
    <span class="badge text-bg-success">solved</span>
    % end
  </h3>
  <p>{{!inline(exercise.task)}}</p>
  % if exercise.writes:
  <p class="text-body-secondary">Your statement changes rows. What it did is compared, and then taken back.</p>
  % end
  <form method="post" action="/learn/lessons/{{lesson.slug}}/check#ex-{{order}}">
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="exercise" value="{{order}}">
    % if exercise.is_choice:
    <fieldset class="mb-3"
      % if verdict:
      aria-describedby="ex-{{order}}-verdict"
      % end
    >
      <legend class="visually-hidden">Answers to exercise {{exercise.number}}</legend>
      % for place, choice in enumerate(exercise.choices):
      <div class="form-check">
        <input class="form-check-input" type="radio" name="answer" id="ex-{{order}}-{{place}}" value="{{choice.answer}}" {{'checked' if choice.answer == answer else ''}}>
        <label class="form-check-label" for="ex-{{order}}-{{place}}">{{!inline(choice.answer)}}</label>
      </div>
      % end
    </fieldset>
    % else:
    <label class="form-label" for="ex-{{order}}-answer">Your statement</label>
    <textarea class="form-control font-monospace mb-3" id="ex-{{order}}-answer" name="answer" rows="{{min(max(5, answer.count(chr(10)) + 2), 25)}}" maxlength="8000" spellcheck="false" autocapitalize="off" autocomplete="off"
      % if verdict:
      aria-describedby="ex-{{order}}-verdict"
      % end
    >
{{answer}}</textarea>
    % end
    % if verdict:
    <div class="alert {{{'right': 'alert-success', 'reads': 'alert-info'}.get(verdict.code, 'alert-warning')}}" id="ex-{{order}}-verdict" role="status">
      <p class="mb-0">{{!inline(verdict.sentence)}}</p>
      % if verdict.said:
      <p class="mb-0 mt-2">The server says: <code>{{verdict.said}}</code></p>
      % end
      % if verdict.rows:
      <div class="mt-2">
      % include('learn/rows.tpl', columns=verdict.columns, rows=verdict.rows, label='Rows that show it')
      </div>
      % end
    </div>
    % end
    <button class="btn btn-primary">Check<span class="visually-hidden"> exercise {{exercise.number}}</span></button>
  </form>
  % for place, hint in enumerate(exercise.hints, 1):
  <details class="learn-fold mt-3">
    <summary>Hint {{place if len(exercise.hints) > 1 else ''}}</summary>
    <p class="mb-0">{{!inline(hint)}}</p>
  </details>
  % end
  % if verdict and verdict.is_right and exercise.answer:
  <h4 class="h6 mt-4">One way to write it</h4>
  % include('learn/sql_text.tpl', sql=exercise.answer, label=f'One way to write exercise {exercise.number}')
  <p class="mb-0">{{!inline(exercise.why)}}</p>
  % end
</section>
