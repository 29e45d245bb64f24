% labels = {'booked': 'Booked', 'arrived': 'Arrived', 'completed': 'Done', 'no_show': 'Didn\'t come', 'cancelled': 'Cancelled'}
% rebase('base.tpl', title='Your visit')
<div class="column">
  <h1>Your visit</h1>
  <p><span class="status status-{{visit['status']}}">{{labels[visit['status']]}}</span></p>
  % include('patient/mail_links/facts.tpl')
  % if may_change == 'yes':
  <div class="d-grid d-sm-flex gap-2">
    <a class="btn btn-primary" href="{{links['move']}}">Move to another time</a>
    <a class="btn btn-outline-secondary" href="{{links['cancel']}}">Cancel this visit</a>
  </div>
  % elif may_change == 'too_late':
  <p>It is too late to change this visit online. If you cannot come, please {{'call us:' if clinic.phone else 'ask at the front desk.'}}</p>
  % if clinic.phone:
  <p><a class="btn btn-primary text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a></p>
  % end
  % else:
  <p><a class="btn btn-primary" href="/book">Book an appointment</a></p>
  % end
</div>
