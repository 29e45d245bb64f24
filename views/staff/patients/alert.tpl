% # What staff must know of a patient before all else, and the form for it. Takes: patient (patient_id, alert), form, errors.
% include('parts/alert.tpl', alert=patient['alert'])
<details class="fold mb-2 d-print-none" id="alert" {{'open' if errors.get('alert') else ''}}>
  <summary>{{'Change the alert' if patient['alert'] else 'Add an alert'}}</summary>
  <form class="mt-2" method="post" action="/staff/patients/{{patient['patient_id']}}/alert" novalidate>
    <input type="hidden" name="csrf_token" value="{{csrf_token}}">
    <input type="hidden" name="alert_seen" value="{{patient['alert']}}">
    <label class="form-label" for="alert-text">Alert</label>
    % if errors.get('alert'):
    <div class="invalid-feedback d-block" id="alert-error">{{errors['alert']}}</div>
    % end
    <input class="form-control {{'is-invalid' if errors.get('alert') else ''}}" id="alert-text" name="alert" value="{{form.get('alert', patient['alert'])}}" maxlength="200" autocomplete="off" aria-describedby="{{'alert-error' if errors.get('alert') else 'alert-hint'}}">
    <div class="form-text mt-1" id="alert-hint">What staff must know first, such as “Hard of hearing”. Patients do not see it here, but it is in the copy of their data.</div>
    <button class="btn btn-outline-primary mt-2">Save the alert</button>
  </form>
</details>
