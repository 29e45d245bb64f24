% rebase('base.tpl', title='Closures')
% def days(stretch):
%   if stretch['days'] == 1:
%     return written.day(stretch['first_day'])
%   end
%   return written.days(stretch['first_day'], stretch['last_day'])
% end
<h1>Closures</h1>
<p>On these days the whole clinic is closed, and nobody can book. If one member of staff is away, add time off on the page of their hours.</p>
<div class="row g-4">
  <div class="col-lg-7">
    <h2 class="h4">{{'Past closures' if is_past else 'Upcoming closures'}}</h2>
    % if stretches:
    <ul class="list-unstyled divided">
      % for stretch in stretches:
      <li>
        <a class="fw-semibold" href="/admin/closures/stretch?day={{stretch['first_day']}}">{{days(stretch)}}</a>
        <span class="d-block">{{stretch['reason']}}{{f' ({stretch["days"]} days)' if stretch['days'] > 1 else ''}}</span>
        % if stretch['in_the_way']:
        <strong class="d-block">{{stretch['in_the_way']}} {{'visit' if stretch['in_the_way'] == 1 else 'visits'}} to rearrange</strong>
        % end
      </li>
      % end
    </ul>
    % else:
    <p>{{'There are no past closures.' if is_past else 'No closed days are planned.'}}</p>
    % end
    % if is_past:
    <p><a href="/admin/closures">Upcoming closures</a></p>
    % else:
    <p><a href="/admin/closures?past=1">Past closures</a></p>
    % end
  </div>
  <div class="col-lg-5">
    <form class="card card-body" method="post" action="/admin/closures" novalidate aria-labelledby="add">
      <h2 class="h5" id="add">Close the clinic</h2>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      % include('parts/field.tpl', name='first_day', label='First day', type='date', least=today)
      % include('parts/field.tpl', name='last_day', label='Last day', type='date', least=today, optional=True, hint='Leave empty for one day.')
      % include('parts/field.tpl', name='reason', label='Reason', longest=200, hint='Patients see it. Example: Christmas holidays.')
      <p>Visits already booked on these days stay. You see them on the next page and decide.</p>
      <button class="btn btn-primary">Close these days</button>
    </form>
  </div>
</div>
