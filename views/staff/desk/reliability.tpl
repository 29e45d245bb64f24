% # What to know of a patient before booking: missed visits, no online booking. Takes: missed, patient (is_online).
% if missed:
<p class="mb-2"><strong>{{missed}} missed {{'visit' if missed == 1 else 'visits'}}</strong> in the last 12 months</p>
% end
% if not patient['is_online']:
<p class="mb-2"><strong>No online booking:</strong> this patient calls to book</p>
% end
