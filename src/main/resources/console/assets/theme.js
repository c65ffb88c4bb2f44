// Before the page is drawn, so that it does not flash: the theme that was chosen here, else the system's.
(function () {
  "use strict";
  var chosen = null;
  try { chosen = localStorage.getItem("theme"); } catch (refused) { /* the system's, then */ }
  if (chosen === "light" || chosen === "dark") { document.documentElement.dataset.theme = chosen; }
})();
