% # Rows as a table that scrolls in its own box. Takes: columns, rows, label.
<div class="learn-scroll" role="region" aria-label="{{label}}" tabindex="0">
<table class="table table-sm w-auto text-nowrap mb-0">
  <thead><tr>
    % for name in columns:
    <th scope="col">{{name}}</th>
    % end
  </tr></thead>
  <tbody>
  % for row in rows:
  <tr>
    % for value in row:
    % if value is None:
    <td class="text-body-secondary">NULL</td>
    % else:
    % word = "x'" + value.hex() + "'" if isinstance(value, (bytes, bytearray)) else str(value)
    <td class="{{'text-end' if isinstance(value, (int, float)) else ''}}">{{word if len(word) <= 60 else word[:60] + '…'}}</td>
    % end
    % end
  </tr>
  % end
  </tbody>
</table>
</div>
