% # Rows as a table that scrolls in its own box. Takes: columns, rows, label.
% from app.learn import cells
% numbers = [cells.are_numbers(column) for column in zip(*rows)]
<div class="learn-scroll learn-answer" role="region" aria-label="{{label}}" tabindex="0">
<table class="table table-sm mb-0">
  <thead><tr>
    % for name, is_number in zip(columns, numbers):
    <th scope="col" class="{{'text-end' if is_number else ''}}">{{name}}</th>
    % end
  </tr></thead>
  <tbody>
  % for row in rows:
  <tr>
    % for value, is_number in zip(row, numbers):
    % word = cells.shown(value)
    <td class="{{'text-end' if is_number else ''}} {{'text-body-secondary' if value is None else ''}}">{{word if len(word) <= 200 else word[:200] + '…'}}</td>
    % end
  </tr>
  % end
  </tbody>
</table>
</div>
