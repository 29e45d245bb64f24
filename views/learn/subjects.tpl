% # The subjects of the statements, with how many each has. Takes: subjects.
<ul class="learn-subjects">
  % for subject, queries in subjects.items():
  <li><a href="/learn/queries/{{subject}}">{{subject}}</a> <span class="text-body-secondary">{{len(queries)}}</span></li>
  % end
</ul>
