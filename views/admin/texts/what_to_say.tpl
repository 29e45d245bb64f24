<details class="mb-3"><summary>What a privacy notice has to say in the European Union</summary>
  <p class="mt-2">Article 13 of the GDPR asks you to tell people this when they give you their details:</p>
  <ul>
    <li>who is responsible: the clinic’s name, address and how to reach it, and your data protection officer if you have one</li>
    <li>what the details are for: to book visits, to keep the appointment book, to send e-mail about visits</li>
    <li>what allows you to use them: the treatment contract (Article 6), and for health details also Article 9</li>
    <li>who else gets them: for example the company that runs this server, and the one that sends your e-mail</li>
    <li>whether they leave the European Union, and what protects them there</li>
    <li>how long you keep them (see <a href="/admin/settings/retention">How long data is kept</a>)</li>
    <li>people’s rights: to see their details, to correct, delete, limit or take them along, and to object</li>
    <li>how to take back a consent, where something rests on one</li>
    <li>where to complain: the supervisory authority of your country</li>
    <li>whether people must give their details, and what happens if they do not: without a name and an e-mail address nobody can book online</li>
    <li>that no decision about them is made by a machine alone</li>
  </ul>
  <p>What this program does: it sets only the cookies it needs, loads nothing from other sites, and shows no advertisements. The cookies: one for the session, one for forms before signing in, one for the colours somebody chose, and for a year one that says that this browser has signed in to the account. The program keeps who signed in, and from which IP address, and which of your staff looked at which patient. Patients can download their details and close their account on the page “Profile”. This list is no legal advice.</p>
</details>
