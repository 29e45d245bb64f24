% code = verdict.code if verdict else ''
% rebase('base.tpl', title={'': '', 'right': 'Right: ', 'reads': 'Right, but costly: '}.get(code, 'Not yet: ') + f'{lesson.number}. {lesson.title}', styles=['learn.css'])
% include('learn/nav.tpl', here='course')
<article class="lesson">
<p class="lesson-number">Lesson {{lesson.number}}</p>
<h1>{{lesson.title}}</h1>
<p class="lead">{{!inline(lesson.lead)}}</p>
% if lacks_big:
<form class="alert alert-info" method="post" action="/learn/big">
  <input type="hidden" name="next" value="/learn/lessons/{{lesson.slug}}">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <p>This lesson asks a clinic that has 100,000 visits. It is not there yet. The server makes it in about ten seconds.</p>
  <button class="btn btn-primary">Make the clinic with 100,000 visits</button>
</form>
% end
% for piece in pieces:
% if piece.html:
{{!piece.html}}
% else:
% include('learn/block.tpl', block=piece.block, statement=piece.statement, file=piece.file, number=piece.number)
% end
% end

% if lesson.exercises:
<div class="lesson-exercises">
% for exercise in lesson.exercises:
% include('learn/exercise.tpl', exercise=exercise, verdict=verdict if checked == exercise.number else None, answer=answer if checked == exercise.number else '')
% end
</div>
% end
</article>
<nav class="lesson d-flex flex-wrap justify-content-between gap-3 mt-5" aria-label="Lessons">
  % if before:
  <a href="/learn/lessons/{{before.slug}}">← {{before.number}}. {{before.title}}</a>
  % end
  % if after:
  <a class="ms-auto" href="/learn/lessons/{{after.slug}}">{{after.number}}. {{after.title}} →</a>
  % end
</nav>
