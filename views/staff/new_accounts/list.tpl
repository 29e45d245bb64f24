% # The upcoming visits of new accounts. Takes: by_account (lists of visits), user_id (of one account, or None), count,
% # most_shown, phone_link, calls (how many are due), lost.
% rebase('base.tpl', title='Visits of new accounts')
<p class="back mb-2"><a href="{{'/staff/new-accounts' if user_id else '/staff'}}">{{'All new accounts' if user_id else 'Today'}}</a></p>
<h1>Visits of new accounts</h1>
% include('staff/not_fitting/lost.tpl', lost=lost)
% include('staff/calls/notice.tpl', calls=calls)
% if not by_account:
<p>No account of the last 24 hours has an upcoming visit that it booked itself.</p>
% else:
<p>Each of these accounts was opened in the last 24 hours and booked these visits itself. Are they real? You can cancel those that are not.</p>
% if count == most_shown:
<p>These are the first {{most_shown}}. You see the others when these are done.</p>
% end
<form method="post" action="/staff/new-accounts/cancel" novalidate>
  <input type="hidden" name="csrf_token" value="{{csrf_token}}">
  <input type="hidden" name="user_id" value="{{user_id or ''}}">
  % if errors.get('visits'):
  <div class="invalid-feedback d-block" id="visits-error">{{errors['visits']}}</div>
  % end
  <div id="visits" tabindex="-1">
    % for visits in by_account:
    % account = visits[0]
    <fieldset class="card card-body mb-3">
      <legend class="h5"><bdi>{{account['account_name']}}</bdi>, {{len(visits)}} {{'visit' if len(visits) == 1 else 'visits'}}</legend>
      <p class="mb-2"><span class="text-break">{{account['account_email']}}</span>
        <span class="badge {{'text-bg-secondary' if account['is_proven'] else 'text-bg-warning'}}">{{'Address confirmed' if account['is_proven'] else 'Address not confirmed'}}</span>
        <span class="d-block text-body-secondary">Opened {{written.moment(account['opened_at'])}}{{' from ' + account['ip'] if account['ip'] else ''}}</span>
        % if not user_id and len(by_account) > 1:
        <a class="d-inline-block py-1 me-3" href="/staff/new-accounts?user_id={{account['user_id']}}">Only this account<span class="visually-hidden">: {{account['account_name']}}</span></a>
        % end
        % if visitor.role == 'admin':
        <a class="d-inline-block py-1" href="/admin/users/{{account['user_id']}}">Open the account<span class="visually-hidden"> of {{account['account_name']}}</span></a>
        % end
      </p>
      <ul class="list-unstyled divided mb-0">
        % for visit in visits:
        % name = 'visit_%d' % visit['appointment_id']
        % error = errors.get(name)
        <li>
          <div class="form-check">
            <input class="form-check-input {{'is-invalid' if error else ''}}" type="checkbox" id="{{name}}" name="{{name}}" value="{{visit['version']}}" {{'checked' if visit['is_ticked'] else ''}}
              % if error:
              aria-invalid="true" aria-describedby="{{name}}-error"
              % end
            >
            <label class="form-check-label fw-semibold" for="{{name}}">{{written.moment(visit['starts_at'])}}, <bdi>{{visit['patient_name']}}</bdi></label>
            % if error:
            <div class="invalid-feedback d-block" id="{{name}}-error">{{error}}</div>
            % end
            <span class="d-block">{{visit['service_name']}} with {{visit['staff_name']}}\\
              % if visit['phone']:
, <a class="text-nowrap" href="{{phone_link(visit['phone'])}}">{{visit['phone']}}</a>\\
              % end
</span>
            <a class="d-inline-block py-1" href="/appointments/{{visit['appointment_id']}}">Open<span class="visually-hidden"> the visit of {{visit['patient_name']}}, {{written.moment(visit['starts_at'])}}</span></a>
          </div>
        </li>
        % end
      </ul>
    </fieldset>
    % end
  </div>
  <div class="card card-body narrow">
    <p>The next page shows {{'which patients get an e-mail and which you must call' if mail_is_on else 'the numbers of the patients, whom you must call'}}.</p>
    <button class="btn btn-danger">{{'Cancel the ticked visits' if errors else 'Cancel this visit' if count == 1 else 'Cancel all of these'}}</button>
  </div>
</form>
% end
