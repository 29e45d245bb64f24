% labels = {'booked': 'Booked', 'arrived': 'Arrived', 'completed': 'Completed', 'no_show': 'No-show', 'cancelled': 'Cancelled'}
% rebase('base.tpl', title='Your visit')
<div class="narrow">
  <h1>Your visit</h1>
  <p><span class="status status-{{visit['status']}}">{{labels[visit['status']]}}</span></p>
  % include('mail_links/facts.tpl')
  % if may_change == 'yes':
  <div class="d-flex flex-wrap gap-2">
    <a class="btn btn-primary" href="{{links['move']}}">Choose another time</a>
    <a class="btn btn-outline-secondary" href="{{links['cancel']}}">Cancel this visit</a>
  </div>
  % elif may_change == 'too_late':
  <p>It is too late to change this visit online. If you cannot come,
    % if clinic['phone']:
    please call us: <a class="text-nowrap" href="{{clinic['phone_link']}}">{{clinic['phone']}}</a>.
    % else:
    please tell the front desk.
    % end
  </p>
  % else:
  <p><a class="btn btn-primary" href="/book">Book a visit</a></p>
  % end
</div>
