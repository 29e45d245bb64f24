% rebase('base.tpl', title=lesson.title, styles=['learn.css'])
% include('learn/nav.tpl', here='course')
<article class="lesson">
<h1>{{lesson.title}}</h1>
<p class="lead">{{lesson.lead}}</p>
% for number, piece in enumerate(pieces):
% if piece.html:
{{!piece.html}}
% else:
% include('learn/block.tpl', block=piece.block, statement=piece.statement, number=number)
% end
% end
</article>
