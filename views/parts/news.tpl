% if clinic.texts.news:
<section class="alert alert-info words" aria-label="News">
  % include('parts/words.tpl', text=clinic.texts.news, small=True)
</section>
% end
