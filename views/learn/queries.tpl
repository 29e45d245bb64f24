% rebase('base.tpl', title='All statements', styles=['learn.css'])
% include('learn/nav.tpl', here='queries')
<h1>All statements</h1>
<p class="lead">The program asks its database {{sum(map(len, subjects.values()))}} questions. Each is a file, and each can be run here.</p>
% include('learn/subjects.tpl')
