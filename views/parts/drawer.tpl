% # The statements of this page, and of the click before it, where the course is on. Takes: drawer.
% recorder, click, asked = drawer['recorder'], drawer['click'], drawer['page']
<aside class="learn-drawer container d-print-none" aria-label="The SQL of this page">
<details>
  <summary>The SQL of this page: {{recorder.count(asked)}} {{'statement' if recorder.count(asked) == 1 else 'statements'}}, {{'%.1f' % (recorder.seconds(asked) * 1000)}} ms{{f'; of your click: {recorder.count(click)}' if click else ''}}</summary>
  % for title, statements in (('What your click did', click), ('What your click did' if drawer['is_post'] else 'What this page asked', asked)):
  % if statements:
  <h2 class="h6">{{title}}</h2>
  <ol>
    % for one in statements:
    <li>
      % if isinstance(one, recorder.Transaction):
      <div class="learn-transaction">
        <p>One transaction: all of it happens, or nothing.</p>
        <ol>
          % for statement in one.statements:
          <li>
            % include('parts/drawer_statement.tpl', statement=statement)
          </li>
          % end
        </ol>
        <p class="mb-0">{{{'COMMIT': 'COMMIT: it happened.', 'ROLLBACK': 'ROLLBACK: nothing happened.'}.get(one.end, 'It was cut off.')}}</p>
      </div>
      % else:
      % include('parts/drawer_statement.tpl', statement=one)
      % end
    </li>
    % end
  </ol>
  % end
  % end
  <p class="mb-0"><a href="/learn">What is this? Learn SQL with this program</a></p>
</details>
</aside>
