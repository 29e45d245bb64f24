% rebase('base.tpl', title='Likely doubles')
<h1>Likely doubles</h1>
<p>These records may be one patient’s: they have the birth date and a part of the name in common, or the phone number or e-mail address and the first name.</p>
% if pairs:
<table class="table stack align-middle">
  <thead><tr><th scope="col">First record</th><th scope="col">Second record</th><th scope="col">Decide</th></tr></thead>
  <tbody>
    % for pair in pairs:
    <tr>
      % for key, before in (('patient_id', ''), ('other_id', 'other_')):
      <td class="long" data-label="{{'Second' if before else 'First'}}">
        <div>
          <a href="/staff/patients/{{pair[key]}}">{{pair[before + 'full_name']}}</a>
          <span class="d-block text-body-secondary text-break">{{', '.join(filter(None, (written.date(pair[before + 'birth_date']) if pair[before + 'birth_date'] else 'no date of birth', pair[before + 'phone'], pair[before + 'email'], '' if pair[before + 'is_known'] else 'not confirmed')))}}</span>
        </div>
      </td>
      % end
      <td data-label="Decide">
        <div class="d-flex flex-wrap gap-2">
          <a class="btn btn-outline-primary btn-sm" href="/staff/patients/{{pair['patient_id']}}/merge?with={{pair['other_id']}}">Look at both<span class="visually-hidden">: {{pair['full_name']}} and {{pair['other_full_name']}}</span></a>
          <form method="post" action="/staff/patients/{{pair['patient_id']}}/apart">
            <input type="hidden" name="csrf_token" value="{{csrf_token}}">
            <input type="hidden" name="with" value="{{pair['other_id']}}">
            <input type="hidden" name="next" value="/admin/patients/doubles">
            <button class="btn btn-outline-secondary btn-sm">These are two people<span class="visually-hidden">: {{pair['full_name']}} and {{pair['other_full_name']}}</span></button>
          </form>
        </div>
      </td>
    </tr>
    % end
  </tbody>
</table>
% if more:
<p>There are more. They are shown here once some of these are decided.</p>
% end
% else:
<p>No records look alike. Whenever some do, the page “Today” says so.</p>
% end
