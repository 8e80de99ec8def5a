// To the seat that this window has had, else to the one that the server says. It cannot say so itself: while it answers,
// the page that was in this window before is still there.
"use strict";

(async () => {
  const seat = sessionStorage.getItem(location.pathname) ?? (await (await fetch(`${location.origin}${location.pathname}seat`)).text());
  location.replace(`${seat}/`);
})();
