% rebase('base.tpl', title='Close your account')
<div class="column">
  <p class="back mb-2"><a href="/profile">Profile</a></p>
  <h1>Close your account</h1>
  <p>This cannot be undone:</p>
  <ul>
    <li>We delete the personal details of you and of everybody you book for: names, dates of birth, phone numbers, the e-mail address, and what you wrote when booking.</li>
    <li>Past visits still count in the clinic's reports, without a name.</li>
    % if coming:
    <li>We cancel these visits:
      <ul>
        % for visit in coming:
        <li>{{written.moment(visit['starts_at'])}}, {{visit['service_name']}} with {{visit['staff_name']}}, for {{visit['patient_name']}}</li>
        % end
      </ul>
    </li>
    % end
  </ul>
  <p>You may want to <a href="/profile/data" download="my-data.json">download your data</a> first.</p>
  <form class="card card-body" method="post" action="/profile/close" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="username" value="{{visitor.email}}" autocomplete="username">
    % include('parts/field.tpl', name='current_password', label='Current password', type='password', autocomplete='current-password')
    <div class="d-grid d-sm-flex gap-2">
      <button class="btn btn-danger">Close my account</button>
      <a class="btn btn-outline-secondary" href="/profile">Keep my account</a>
    </div>
  </form>
</div>
