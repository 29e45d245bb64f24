<header class="site-header border-bottom">
  <div class="container d-flex flex-wrap align-items-center column-gap-2">
    <a class="brand" href="/">
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false"><rect width="28" height="28" rx="8" fill="currentColor"/><path class="brand-cross" d="M12 7h4v5h5v4h-5v5h-4v-5H7v-4h5z"/></svg>
      {{clinic.name}}
    </a>
    % if not visitor.is_signed_in:
    <nav aria-label="Main" class="site-menu d-print-none">
      % include('parts/menu.tpl')
    </nav>
    % else:
    <details class="menu-fold d-lg-none d-print-none">
      <summary class="btn btn-outline-primary">Menu</summary>
      <div class="menu-panel shadow border-bottom">
        <nav aria-label="Main" class="container site-menu">
          % include('parts/menu.tpl')
        </nav>
        <div class="container">
          % include('parts/account.tpl')
        </div>
      </div>
    </details>
    <nav aria-label="Main" class="site-menu d-none d-lg-block d-print-none">
      % include('parts/menu.tpl')
    </nav>
    <div class="d-none d-lg-block d-print-none">
      % include('parts/account.tpl')
    </div>
    % end
  </div>
</header>
