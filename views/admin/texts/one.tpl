% this = kinds[kind]
% rebase('base.tpl', title=this.title)
<p class="back mb-2"><a href="/admin/settings">Settings</a></p>
<h1>Texts</h1>
<nav class="pills mb-3" aria-label="Texts">
  % for name, other in kinds.items():
  <a href="/admin/settings/texts?kind={{name}}" aria-current="{{'true' if name == kind else 'false'}}">{{other.title}} <small>{{'in use' if name in in_use else 'none'}}</small></a>
  % end
</nav>
<div class="narrow">
  <h2 class="h4">{{this.title}}</h2>
  <p>{{this.where}}
    % if kind in in_use and kind in ('privacy', 'imprint'):
    <a href="/{{kind}}">See the page</a>
    % end
  </p>
  % if kind == 'privacy':
  % include('admin/texts/what_to_say.tpl')
  % elif kind == 'imprint':
  <p class="text-body-secondary">Many countries ask a site for the name, address, e-mail and phone of who runs it. In health care, they often also ask for the professional title and the body that supervises you.</p>
  % elif kind == 'booking':
  <p class="text-body-secondary">For example: “In an emergency, call 112. Do not book online.”</p>
  % end
  <form class="card card-body" method="post" action="/admin/settings/texts" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="kind" value="{{kind}}">
    <input type="hidden" name="seen_version" value="{{text['version'] if text else ''}}">
    <div class="mb-3">
      <label class="form-label" for="body">Text <span class="text-body-secondary fw-normal">(empty: none)</span></label>
      <div class="form-text" id="body-hint">At most {{'{:,}'.format(this.longest)}} characters. An empty line begins a new paragraph. A line that begins with “# ” is a heading. A line that begins with “- ” is a point of a list. An address that begins with https:// becomes a link.</div>
      % if errors.get('body'):
      <div class="invalid-feedback d-block" id="body-error">{{errors['body']}}</div>
      % end
      <textarea class="form-control {{'is-invalid' if errors.get('body') else ''}}" id="body" name="body" rows="{{18 if this.longest > 1000 else 6}}" maxlength="{{this.longest}}" aria-describedby="{{'body-hint body-error' if errors.get('body') else 'body-hint'}}" aria-invalid="{{'true' if errors.get('body') else 'false'}}">
{{form.get('body', '')}}</textarea>
    </div>
    <p class="mb-0"><button class="btn btn-primary">Save this text</button></p>
  </form>
  % if is_late:
  <section class="mt-4" aria-labelledby="theirs">
    <h2 class="h5" id="theirs">The text as it is now</h2>
    <div class="card card-body keep-lines text-break">{{text['body'] or 'The text was taken away.'}}</div>
  </section>
  % end
  % if text:
  <p class="text-body-secondary mt-3">{{'Saved' if text['body'] else 'Taken away'}} on {{written.moment(since)}}{{' by ' + text['saved_by_name'] if text['saved_by_name'] else ''}}. Version {{text['version']}}.
    % if kind in ('privacy', 'imprint'):
    Earlier versions stay readable.
    % end
  </p>
  % end
</div>
