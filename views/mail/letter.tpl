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
  <table cellpadding="6" border="0" role="presentation">
    % for label, value in letter.facts:
    <tr><td align="left" valign="top"><strong>{{label}}</strong></td><td>{{value}}\\
    % if label == 'Where' and letter.map:
 (<a href="{{letter.map}}">map</a>)\\
    % end
</td></tr>
    % end
  </table>
  % end
  % for label, address in letter.links:
  % if address.startswith('http'):
  <table cellpadding="12" cellspacing="0" border="0" role="presentation">
    <tr><td bgcolor="#0b5394" align="center"><a href="{{address}}"><font color="#ffffff"><strong>{{label}}</strong></font></a></td></tr>
    <tr><td height="1"></td></tr>
  </table>
  % else:
  <p>{{label}}: {{address}}</p>
  % end
  % end
  % for line in letter.ending:
  % before, phone, after = line.partition(clinic.phone) if clinic.phone_link else (line, '', '')
  <p>{{before}}\\
  % if phone:
<a href="{{clinic.phone_link}}">{{phone}}</a>\\
  % end
{{after}}</p>
  % end
  <hr>
  <p><strong>{{clinic.name}}</strong>
    % if clinic.address:
    <br>{{clinic.address}}
    % end
    % if clinic.phone_link:
    <br><a href="{{clinic.phone_link}}">{{clinic.phone}}</a>
    % end
  </p>
</body>
</html>
