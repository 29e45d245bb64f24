% # What the clinic says before somebody chooses a time.
% if clinic.texts.before_booking:
<section class="alert alert-warning words" aria-label="Before you book">
  % include('parts/words.tpl', text=clinic.texts.before_booking, small=True)
</section>
% end
