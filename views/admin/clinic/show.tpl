% rebase('base.tpl', title='Clinic')
% number = lambda count, one, many: f'{count} {one if count == 1 else many}'
<h1>Clinic</h1>
<section aria-labelledby="offered">
  <h2 class="h5" id="offered">What can be booked</h2>
  <ul class="cards list-unstyled">
    % include('admin/clinic/card.tpl', label='Staff and accounts', address='/admin/users', figure=number(counts['accounts'], 'person', 'people'), says='Who works here and who signs in. Patients\' accounts are here too.')
    % include('admin/clinic/card.tpl', label='Services', address='/admin/services', figure=number(counts['services'], 'service', 'services'), says='What patients book, how long it takes, and who offers it.')
    % include('admin/clinic/card.tpl', label='Rooms', address='/admin/rooms', figure=number(counts['rooms'], 'room', 'rooms'), says='Where visits take place, and which services each room suits.')
    % include('admin/clinic/card.tpl', label='Room timetable', address='/admin/rooms/usage', says='Who is in which room today or this week.')
    % include('admin/clinic/card.tpl', label='Working hours of staff', address='/staff/hours', figure=number(counts['without_hours'], 'person has', 'people have') + ' no hours' if counts['without_hours'] else '', is_amiss=True, says='When everybody works, breaks and time off.')
    % include('admin/clinic/card.tpl', label='Closures', address='/admin/closures', figure='Next: ' + written.short_day(counts['closed_next']) if counts['closed_next'] else '', says='Days on which the whole clinic is closed.')
  </ul>
</section>
<section aria-labelledby="rules">
  <h2 class="h5" id="rules">How the clinic works</h2>
  <ul class="cards list-unstyled">
    % include('admin/clinic/card.tpl', label='Settings', address='/admin/settings', says='Name, address, booking rules, reminders, and how dates are written.')
    % include('admin/clinic/card.tpl', label='Texts', address='/admin/settings/texts', says='Privacy notice, imprint, news, and what patients read before they book.')
    % include('admin/clinic/card.tpl', label='Retention', address='/admin/settings/retention', says='How long records, e-mails and sign-ins are kept.')
    % if visitor.staff_id:
    % include('admin/clinic/card.tpl', label='Your own page', address='/staff/profile', says='What patients read about you.')
    % end
  </ul>
</section>
<section aria-labelledby="records">
  <h2 class="h5" id="records">What happened</h2>
  <ul class="cards list-unstyled">
    % include('admin/clinic/card.tpl', label='Appointments', address='/admin/appointments', says='Search all visits, past and upcoming, and save them as a CSV file.')
    % include('admin/clinic/card.tpl', label='E-mail', address='/admin/notifications', figure=f'{counts["mail_failed"]} not delivered' if counts['mail_failed'] else '' if mail_is_on else 'Off', is_amiss=True, says='What was sent, what waits, and what did not arrive.')
    % include('admin/clinic/card.tpl', label='Audit log', address='/admin/audit', says='Who changed what, and when.')
  </ul>
</section>
