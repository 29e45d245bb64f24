% # Whom to call. Takes: calls, done (lists of rows of calls/list_needed), others (of attention.find), most_shown.
% from urllib.parse import urlencode
% rebase('base.tpl', title='Patients to call')
<p class="back mb-2"><a href="/staff">Today</a></p>
<h1>Patients to call</h1>
% include('parts/attention.tpl', attention=others)
% if not calls:
<p>There is nobody to call.</p>
% else:
<p class="d-print-none">Their visits were changed, and no e-mail tells them. They stay in this list until you tick them off. You can print it.</p>
% if len(calls) == most_shown:
<p>These are the first {{most_shown}}. You see the others when these are done.</p>
% end
<table class="table stack calls">
  <caption class="visually-hidden">Patients to call</caption>
  <thead><tr><th scope="col">Patient</th><th scope="col">What to say</th><th class="d-print-none" scope="col"><span class="visually-hidden">Next</span></th></tr></thead>
  <tbody>
    % for call in calls:
    % include('staff/calls/row.tpl', call=call)
    % end
  </tbody>
</table>
% end
% if done:
<details class="fold d-print-none" {{'open' if not calls else ''}}>
  <summary>{{len(done)}} called today</summary>
  <ul class="list-unstyled divided mt-2">
    % for call in done:
    <li class="d-flex flex-wrap justify-content-between align-items-center gap-2">
      <span><bdi>{{call['patient_name']}}</bdi>, {{written.time(to_local(call['done_utc']))}}{{', ' + call['done_by'] if call['done_by'] else ''}}</span>
      <form method="post" action="/staff/calls/{{call['appointment_id']}}/undo">
        <input type="hidden" name="csrf_token" value="{{csrf_token}}">
        <button class="btn btn-outline-secondary">Not called<span class="visually-hidden">: {{call['patient_name']}}</span></button>
      </form>
    </li>
    % end
  </ul>
</details>
% end
