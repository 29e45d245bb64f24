% # A round with somebody's initials, in one of six tints. Takes: full_name, key (a number that is theirs for good).
% from app.names import initials
<svg class="initials tint-{{key % 6}}" viewBox="0 0 40 40" width="44" height="44" aria-hidden="true" focusable="false"><circle cx="20" cy="20" r="19.5"/><text x="20" y="20" dy=".35em" text-anchor="middle">{{initials(full_name)}}</text></svg>
