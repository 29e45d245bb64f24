% rebase('base.tpl', title='E-mail')
<h1>E-mail</h1>
% include('admin/parts/mail_state.tpl', back='/admin/notifications')
<form class="card card-body mb-4 d-print-none" method="get" action="/admin/notifications" novalidate aria-label="Filter the list">
  <div class="row gx-3">
    <div class="col-6 col-lg-4">
      % include('admin/parts/select.tpl', name='state', label='State', empty='All states', options=states.items())
    </div>
    <div class="col-6 col-lg-4">
      % include('admin/parts/select.tpl', name='kind', label='Kind', empty='All kinds', options=kinds.items())
    </div>
  </div>
  <div class="d-flex flex-wrap gap-3 align-items-center">
    <button class="btn btn-primary">Show</button>
    % if form.get('state') or form.get('kind'):
    <a href="/admin/notifications">Clear filters</a>
    % end
  </div>
</form>
<p role="status">{{'More than ' if paging.more else ''}}{{f'{paging.total:,}'}} {{'e-mail' if paging.total == 1 else 'e-mails'}}</p>
% if mails:
<table class="table stack stack-inline">
  <thead><tr><th scope="col">Queued</th><th scope="col">Kind</th><th scope="col">To</th><th scope="col">State</th><th scope="col">Last answer</th></tr></thead>
  <tbody>
    % for mail in mails:
    % at = mail['next_try_utc'] if not pause else max(mail['next_try_utc'], pause['paused_until_utc'])
    <tr>
      <th scope="row"><a href="/admin/notifications/{{mail['notification_id']}}">{{written.moment(to_local(mail['created_utc']))}}<span class="visually-hidden">, {{kinds[mail['kind']]}} to {{mail['recipient']}}</span></a></th>
      <td data-label="Kind">{{kinds[mail['kind']]}}{{' (staff)' if mail['audience'] in ('staff', 'former') else ''}}</td>
      <td class="long address" data-label="To">{{mail['recipient']}}</td>
      <td data-label="State"><span><strong>{{states[mail['state']]}}</strong>{{f', {mail["tries"]} tries' if mail['tries'] > 1 else ', 1 try' if mail['tries'] else ''}}
        % if mail['state'] == 'pending' and mail_is_on and held_before_utc and mail['created_utc'] < held_before_utc:
        <br><small>Waiting for your decision: see above</small>
        % elif mail['state'] == 'pending' and mail_is_on:
        <br><small>Next try: {{written.moment(to_local(at)) if at > now_utc else 'now'}}</small>
        % end
        </span>
      </td>
      % said = ' '.join(str(part) for part in (mail['last_code'], mail['last_answer']) if part)[:120]
      <td data-label="Last answer" class="{{'' if said else 'd-none d-md-table-cell'}}">{{said or '–'}}</td>
    </tr>
    % end
  </tbody>
</table>
% include('parts/paging.tpl', paging=paging, of='e-mails')
% elif form.get('state') or form.get('kind'):
<p>No e-mail found. Remove a filter, or see <a href="/admin/notifications">all e-mail</a>.</p>
% else:
<p>There is no e-mail yet. The first booking creates one, or you can send yourself a test e-mail.</p>
% end
