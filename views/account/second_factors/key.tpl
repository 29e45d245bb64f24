% rebase('base.tpl', title='Set up the code')
<div class="column">
  <p class="back mb-2"><a href="/profile/second-factor">Code from an app</a></p>
  <h1>Set up the code</h1>
  <h2 class="h5">1. Add the clinic to your app</h2>
  <p class="mb-2">Are you reading this on the phone with the app?</p>
  <p><a class="btn btn-outline-primary" href="{{link}}">Open it in the app</a></p>
  <p>Is the app on another device? Choose “Enter a setup key” in the app. Type this key there. The spaces do not matter.</p>
  <div class="card card-body mb-3">
    <p class="mb-2 fw-semibold" id="key-label">Key</p>
    <p class="mb-0 fs-5 user-select-all font-monospace" aria-labelledby="key-label">{{key}}</p>
  </div>
  <p>As the account, type <span class="text-break">{{visitor.email}}</span>. If the app asks, the code is based on time. Keep the key secret.</p>
  <h2 class="h5">2. Type the code that the app shows</h2>
  <form class="card card-body" method="post" action="/profile/second-factor/key" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    % include('account/second_factors/code_field.tpl', label='Code from the app', hint='6 digits. If they change while you type, type the new ones.')
    <button class="btn btn-primary">Use the code from now on</button>
  </form>
  <p class="mt-3 mb-0">All your other devices are signed out then.</p>
</div>
