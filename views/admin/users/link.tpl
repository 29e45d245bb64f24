% rebase('base.tpl', title='A link for ' + user['full_name'])
<div class="narrow">
  <h1>A link for {{user['full_name']}}</h1>
  <p class="fs-5">{{'The account is ready.' if purpose == 'invite' else 'The link is ready.'}} Give this link to {{user['full_name']}}. They use it to set their password.</p>
  <div class="card card-body mb-3">
    <p class="mb-2 fw-semibold" id="link-label">One-time link</p>
    <p class="mb-0 user-select-all text-break font-monospace" aria-labelledby="link-label">{{link}}</p>
  </div>
  <p>It works once, for {{'a week' if purpose == 'invite' else 'an hour'}}. You can see it only now. Anybody who has it can sign in as {{user['full_name']}}, so give it to them in person or by phone.</p>
  % if is_first and user['staff_id']:
  <p><a class="btn btn-primary" href="/staff/hours/week?staff_id={{user['staff_id']}}">Next: set working hours</a></p>
  % else:
  <p><a class="btn btn-primary" href="/admin/users/{{user['user_id']}}">Continue to {{user['full_name']}}</a></p>
  % end
</div>
