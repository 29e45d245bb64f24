% rebase('base.tpl', title=person['full_name'])
% from app.written import phone_link
% DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
<h1 class="mb-1">{{person['full_name']}}</h1>
% if person['specialization']:
<p class="lead">{{person['specialization']}}</p>
% end
<div class="row g-4">
  <div class="col-lg-7">
    % if person['about']:
    <p class="keep-lines">{{person['about']}}</p>
    % end
    % if person['phone']:
    <p>Phone <a class="text-nowrap d-inline-block py-1" href="{{phone_link(person['phone'])}}">{{person['phone']}}</a></p>
    % end
    <h2 class="h4 mt-4">Book a visit</h2>
    % if not services:
    <p>No visits can be booked online at present.
      % if clinic.phone:
      Please call <a class="text-nowrap" href="{{clinic.phone_link}}">{{clinic.phone}}</a>.
      % end
    </p>
    % else:
    <ul class="list-unstyled divided">
      % for service in services:
      <li class="d-flex flex-wrap justify-content-between align-items-center gap-2">
        <span><strong>{{service['name']}}</strong> <span class="text-body-secondary text-nowrap">{{written.length(service['minutes'])}}</span></span>
        <a class="btn btn-primary" href="/book/{{person['staff_id']}}?service_id={{service['service_id']}}" aria-label="Book: {{service['name']}} with {{person['full_name']}}">Book</a>
      </li>
      % end
    </ul>
    % end
  </div>
  <div class="col-lg-5">
    % if any(week):
    <section class="card card-body" aria-labelledby="hours">
      <h2 class="h5" id="hours">Usual hours</h2>
      <dl class="week mb-0">
        % for day, blocks in zip(DAYS, week):
        % if blocks:
        <div><dt>{{day}}</dt><dd>
          % for block in blocks:
          <span class="d-inline-block me-2">{{written.minute(block['starts_minute'])}}–{{written.minute(block['ends_minute'])}}</span>
          % end
        </dd></div>
        % end
        % end
      </dl>
    </section>
    % end
  </div>
</div>
