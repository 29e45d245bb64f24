% rebase('base.tpl', title='Audit')
% places = {'staff': '/staff/hours?staff_id=', 'patients': '/admin/patients/', 'rooms': '/admin/rooms/', 'services': '/admin/services/', 'notifications': '/admin/notifications/'}
<h1>Audit</h1>
<p>Who did what, newest first. Nobody can change these entries.</p>
<form class="card card-body mb-4 d-print-none" method="get" action="/admin/audit" novalidate aria-label="Filter the list">
  % if author:
  <input type="hidden" name="user_id" value="{{author['user_id']}}">
  % end
  % if form.get('subject_id'):
  <input type="hidden" name="subject_id" value="{{form['subject_id']}}">
  % end
  <div class="row gx-3">
    % if not author:
    <div class="col-md-6 col-lg-4">
      % include('parts/field.tpl', name='person', label='Who', longest=100, optional='quietly')
    </div>
    % end
    <div class="col-md-6 col-lg-4">
      % include('parts/field.tpl', name='action', label='Action', longest=60, optional='quietly')
    </div>
    <div class="col-md-6 col-lg-4">
      % include('admin/parts/select.tpl', name='subject', label='Record', empty='All records', options=list(subjects.items()))
    </div>
    <div class="col-sm-6 col-lg-4">
      % include('parts/field.tpl', name='from_day', label='From', type='date', optional='quietly')
    </div>
    <div class="col-sm-6 col-lg-4">
      % include('parts/field.tpl', name='until_day', label='Until', type='date', optional='quietly')
    </div>
  </div>
  <div class="d-flex flex-wrap gap-3 align-items-center">
    <button class="btn btn-primary">Show</button>
    <a href="/admin/audit">Clear filters</a>
  </div>
</form>
% if author:
<p>Only actions of <a href="/admin/users/{{author['user_id']}}">{{author['full_name']}}</a>.</p>
% end
% if acts:
<table class="table stack stack-inline">
  <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Action</th><th scope="col">Record</th><th scope="col">Details</th></tr></thead>
  <tbody>
    % for act in acts:
    % subject = subjects.get(act['subject'], act['subject'])
    <tr>
      <th scope="row" class="text-md-nowrap">{{written.moment(to_local(act['at_utc']))}}</th>
      <td class="long" data-label="Who">
        % if act['user_id']:
        <a href="/admin/users/{{act['user_id']}}">{{act['full_name']}}</a>
        % else:
        <span>{{'the patient' if act['by_link'] else 'the program or a deleted account'}}</span>
        % end
      </td>
      <td data-label="Action">{{act['action'].replace('_', ' ')}}</td>
      <td class="long" data-label="Record">
        % if act['subject'] == 'appointments':
        <a href="/appointments/{{act['subject_id']}}">Visit {{act['subject_id']}}</a>
        % elif act['subject'] == 'users' and act['subject_name']:
        <a href="/admin/users/{{act['subject_id']}}">Account of {{act['subject_name']}}</a>
        % elif act['subject'] in places and act['subject_id']:
        <a href="{{places[act['subject']]}}{{act['subject_id']}}">{{subject}} {{act['subject_id']}}</a>
        % else:
        <span>{{subject}}{{' ' + str(act['subject_id']) if act['subject_id'] else ''}}</span>
        % end
      </td>
      <td data-label="Details" class="long {{'' if act['details'] or act['overruled'] or act['by_link'] else 'd-none d-md-table-cell'}}"><span>{{written.noted(act['details']) or ('' if act['overruled'] or act['by_link'] else '–')}}
        % if act['by_link']:
        With the link in the e-mail.
        % end
        % if act['overruled']:
        Overridden: {{act['overruled']}}
        % end
      </span></td>
    </tr>
    % end
  </tbody>
</table>
<nav class="d-flex flex-wrap align-items-center gap-3 mt-3 d-print-none" aria-label="Pages of the audit">
  % if paging.page > 1:
  <a class="btn btn-sm btn-outline-secondary" rel="prev" href="{{paging.link(paging.page - 1)}}">Later</a>
  % end
  <span>Page {{paging.page}}</span>
  % if paging.page < paging.pages:
  <a class="btn btn-sm btn-outline-secondary" rel="next" href="{{paging.link(paging.page + 1)}}">Earlier</a>
  % end
</nav>
% elif not errors:
<p>Nothing found. Remove a filter, or see <a href="/admin/audit">the last weeks</a>.</p>
% end
