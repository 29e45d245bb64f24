% rebase('base.tpl', title='Closures')
% def days(stretch):
%   if stretch['days'] == 1:
%     return written.day(stretch['first_day'])
%   end
%   return written.days(stretch['first_day'], stretch['last_day'])
% end
<h1>Closures</h1>
<p>Days on which the whole clinic is closed: nobody can book them. For one person's absence, use time off under their availability.</p>
<div class="row g-4">
  <div class="col-lg-7">
    <h2 class="h4">{{'Past closures' if is_past else 'Ahead'}}</h2>
    % if stretches:
    <ul class="list-unstyled divided">
      % for stretch in stretches:
      <li>
        <a class="fw-semibold" href="/admin/closures/stretch?day={{stretch['first_day']}}">{{days(stretch)}}</a>
        <span class="d-block">{{stretch['reason']}}{{f' ({stretch["days"]} days)' if stretch['days'] > 1 else ''}}</span>
        % if stretch['in_the_way']:
        <strong class="d-block">{{stretch['in_the_way']}} {{'visit' if stretch['in_the_way'] == 1 else 'visits'}} in the way</strong>
        % end
      </li>
      % end
    </ul>
    % else:
    <p>{{'The clinic was never closed.' if is_past else 'No closed days are planned.'}}</p>
    % end
    % if is_past:
    <p><a href="/admin/closures">Closures ahead</a></p>
    % else:
    <p><a href="/admin/closures?past=1">Past closures</a></p>
    % end
  </div>
  <div class="col-lg-5">
    <form class="card card-body" method="post" action="/admin/closures" novalidate aria-labelledby="add">
      <h2 class="h5" id="add">Close the clinic</h2>
      <input type="hidden" name="csrf_token" value="{{csrf_token}}">
      % include('parts/field.tpl', name='first_day', label='First day', type='date', least=today)
      % include('parts/field.tpl', name='last_day', label='Last day', type='date', least=today, optional=True, hint='Empty for a single day.')
      % include('parts/field.tpl', name='reason', label='Reason', longest=200, hint='Patients read it, such as Christmas holidays.')
      <p>What is booked on these days stays; you then see it, and decide.</p>
      <button class="btn btn-primary">Close these days</button>
    </form>
  </div>
</div>
