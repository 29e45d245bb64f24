% rebase('base.tpl', title=f'{lesson.number}. {lesson.title}', styles=['learn.css'])
% include('learn/nav.tpl', here='course')
<article class="lesson">
<p class="lesson-number">Lesson {{lesson.number}}</p>
<h1>{{lesson.title}}</h1>
<p class="lead">{{lesson.lead}}</p>
% for number, piece in enumerate(pieces):
% if piece.html:
{{!piece.html}}
% else:
% include('learn/block.tpl', block=piece.block, statement=piece.statement, number=number)
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
<nav class="d-flex flex-wrap justify-content-between gap-3 mt-5" aria-label="Lessons">
  % if before:
  <a href="/learn/lessons/{{before.slug}}">← {{before.number}}. {{before.title}}</a>
  % end
  % if after:
  <a class="ms-auto" href="/learn/lessons/{{after.slug}}">{{after.number}}. {{after.title}} →</a>
  % end
</nav>
