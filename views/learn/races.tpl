% rebase('base.tpl', title='Race lab', styles=['learn.css'])
% include('learn/nav.tpl', here='race')
<h1>Race lab</h1>
<p class="lead">Two people click at the same moment. What happens depends on one thing: whose statement comes when. Here you decide.</p>
<p>Each scene has two connections to a real database, Left and Right. You press one step after the other, in any order. Nothing is played to you: where a side waits for a lock, it really waits.</p>
<dl class="learn-list">
  % for setup in setups:
  <dt><a href="/learn/race?setup={{setup.name}}">{{setup.title}}</a></dt>
  <dd>{{setup.about}}</dd>
  % end
</dl>
