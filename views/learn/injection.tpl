% rebase('base.tpl', title='Injection lab', styles=['learn.css'])
% include('learn/nav.tpl', here='injection')
<h1>Injection lab</h1>
<p class="lead">Somebody types a name into a search. A program makes a statement of it. What if they type SQL?</p>
<p>The left side glues what was typed into the statement. The right side hands it over as a value. Both run on the course's clinic, with an account that may only read, and no secrets.</p>

<form method="post" action="/learn/injection" class="mb-4">
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  % include('parts/field.tpl', name='typed', label='Name', longest=300, optional='quietly')
  <button class="btn btn-primary">Search</button>
</form>

<h2 class="h5">Or try one of these</h2>
<ul class="learn-attacks">
  % for attack in attacks:
  <li>
    <form method="post" action="/learn/injection">
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      <input type="hidden" name="typed" value="{{attack.typed}}">
      <button class="btn btn-sm btn-outline-primary">{{attack.title}}</button>
    </form>
    <span><code>{{attack.typed}}</code><br><span class="text-body-secondary">{{attack.about}}</span></span>
  </li>
  % end
</ul>

% if get('glued'):
<div class="learn-two" id="answer">
  % for title, answer in (('Glued into the statement', glued), ('As a value', parameter)):
  <section aria-label="{{title}}">
    <h2 class="h5">{{title}}</h2>
    <p class="mb-1">What the server was sent:</p>
    <pre class="learn-code" role="region" aria-label="Statement: {{title}}" tabindex="0"><code>{{answer.before}}<mark>{{answer.typed}}</mark>{{answer.after}}</code></pre>
    % if answer.refusal:
    <div class="alert alert-warning">
      % if answer.said:
      <p>{{answer.refusal}}</p><p class="mb-0"><code>ERROR {{answer.said}}</code></p>
      % else:
      <p class="mb-0">The course does not send this to the server. {{answer.refusal}}</p>
      % end
    </div>
    % elif answer.rows:
    % include('learn/rows.tpl', columns=answer.columns, rows=answer.rows, label=title)
    % else:
    <p>No patient is found.</p>
    % end
  </section>
  % end
</div>
<p class="mt-3">On the left, what was typed became a part of the statement. On the right it stayed a text: the quotes in it are doubled, so nothing in it can end the text. Every statement of this program gets its values like that. And the account that runs it may do no more than it must: that is why the passwords did not come out.</p>
% end
