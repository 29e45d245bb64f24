<!doctype html>
<html lang="en" data-bs-theme="{{theme or 'device'}}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  % if get('refresh_after'):
  <meta http-equiv="refresh" content="{{refresh_after}}">
  % end
  <title>{{'Please check: ' if errors else ''}}{{title}} · {{clinic.name}}</title>
  <link rel="icon" href="{{asset('favicon.svg')}}">
  <link rel="stylesheet" href="{{asset('bootstrap.css')}}">
  <link rel="stylesheet" href="{{asset('clinic.css')}}">
  % for name in get('styles', ()):
  <link rel="stylesheet" href="{{asset(name)}}">
  % end
  % if drawer and 'learn.css' not in get('styles', ()):
  <link rel="stylesheet" href="{{asset('learn.css')}}">
  % end
  % if not theme:
  <link rel="stylesheet" href="{{asset('device_dark.css')}}" media="screen and (prefers-color-scheme: dark)">
  % end
</head>
<body class="{{'for-clinic' if visitor.is_clinic else ''}}" data-clock="{{written.clock_style}}">
<a class="skip-link" href="#main">Skip to the content</a>
% include('parts/header.tpl')
<main id="main" class="container {{'is-wide py-3' if get('wide') else 'py-4 py-lg-5'}}" tabindex="-1">
  % if notice:
  <div class="alert alert-success" role="status">{{notice}}</div>
  % end
  % if visitor.is_signed_in and not visitor.email_is_proven:
  % include('parts/unproven.tpl')
  % end
  % if errors:
  % include('parts/error_summary.tpl')
  % end
{{!base}}
</main>
% if drawer:
% include('parts/drawer.tpl')
% end
% include('parts/footer.tpl')
</body>
</html>
