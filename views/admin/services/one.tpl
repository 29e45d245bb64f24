% rebase('base.tpl', title=service['name'])
<div class="narrow">
  <p><a href="/admin/services">Services</a></p>
  <h1>{{service['name']}}</h1>
  % if not service['is_active']:
  <p class="alert alert-warning">This service is not offered at present.</p>
  % elif not any(each['is_chosen'] and each['is_active'] for each in people) or service['place'] == 'room' and not any(each['is_chosen'] and each['is_active'] for each in rooms):
  <p class="alert alert-warning">Nobody can book this service yet. It needs a member of staff who offers it{{', and a suitable room' if service['place'] == 'room' else ''}}.</p>
  % end
  % no_link = [each['name'] for each in people if each['is_chosen'] and each['is_active'] and not each['has_video_link']]
  % if service['place'] == 'video' and no_link:
  <p class="alert alert-warning">No video link yet: {{', '.join(no_link)}}. Each writes it into their profile, or you do on the page of their account.</p>
  % end
  <p>{{'It has no upcoming visits.' if not service['visits_ahead'] else f'{service["visits_ahead"]:,} ' + ('upcoming visit keeps its' if service['visits_ahead'] == 1 else 'upcoming visits keep their') + ' length, pause, member of staff and room. Your changes apply to new visits.'}}</p>
  <form class="card card-body" method="post" action="/admin/services/{{service['service_id']}}" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('admin/services/fields.tpl')
    <div class="d-flex flex-wrap gap-3 align-items-center">
      <button class="btn btn-primary">Save the service</button>
      <a href="/admin/services">Back to services</a>
    </div>
  </form>
</div>
