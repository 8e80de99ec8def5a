// To the seat that this window has had, else to the one that the server says. It cannot say so itself: while it answers,
// the page that was in this window before is still there. A window that asks has a name, so that no other one is sent
// to the same seat at the same moment, and this one is sent there again where it is loaded anew on the way.
"use strict";

(async () => {
  const name = sessionStorage.getItem("window") ?? crypto.getRandomValues(new Uint32Array(4)).join("-");
  sessionStorage.setItem("window", name);
  const ask = async () => (await fetch(`${location.origin}${location.pathname}seat?window=${name}`)).text();
  const seat = sessionStorage.getItem(location.pathname) ?? (await ask());
  location.replace(`${seat}/`);
})();
