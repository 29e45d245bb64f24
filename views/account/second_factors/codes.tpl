% rebase('base.tpl', title='Your recovery codes')
<div class="column">
  <h1>Your recovery codes</h1>
  <p class="fs-5">Print this page now, or write the codes down. You can see them only now.</p>
  <p>If you lose your phone, type one of them instead of the code from the app. Each works once.</p>
  <div class="card card-body mb-3">
    <ol class="mb-0 font-monospace">
      % for code in codes:
      <li class="py-1">{{code}}</li>
      % end
    </ol>
  </div>
  <p>{{clinic.name}}, <span class="text-break">{{visitor.email}}</span>, {{written.date(today)}}. Earlier recovery codes do not work any more. Keep this list away from your password.</p>
  <p class="d-print-none"><a class="btn btn-primary" href="{{next_path}}">I have them. Continue</a></p>
</div>
