<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{{letter.subject}}</title>
</head>
<body>
  % for line in letter.lines:
  <p>{{line}}</p>
  % end
  % if letter.facts:
  <table cellpadding="6" border="0">
    % for label, value in letter.facts:
    <tr><th align="left" valign="top" scope="row">{{label}}</th><td>{{value}}</td></tr>
    % end
  </table>
  % end
  % for label, address in letter.links:
  % if address.startswith('http'):
  <p><a href="{{address}}">{{label}}</a></p>
  % else:
  <p>{{label}}: {{address}}</p>
  % end
  % end
  % for line in letter.ending:
  <p>{{line}}</p>
  % end
  <hr>
  <p><strong>{{clinic['name']}}</strong>
    % for line in (clinic['address'], clinic['phone']):
    % if line:
    <br>{{line}}
    % end
    % end
  </p>
</body>
</html>
