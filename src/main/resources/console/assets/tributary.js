// What every page shares: the theme, the token against forged requests, and what is said to those who do not see.
(function () {
  "use strict";
  var root = document.documentElement;
  var themes = ["system", "light", "dark"];

  function theme() { return root.dataset.theme || "system"; }

  function label(button) {
    var now = theme();
    button.textContent = now === "system" ? "Theme: system" : now === "light" ? "Theme: light" : "Theme: dark";
    button.setAttribute("aria-label", button.textContent + ". Change it");
  }

  var button = document.getElementById("theme");
  if (button) {
    label(button);
    button.addEventListener("click", function () {
      var next = themes[(themes.indexOf(theme()) + 1) % themes.length];
      if (next === "system") { delete root.dataset.theme; } else { root.dataset.theme = next; }
      try {
        if (next === "system") { localStorage.removeItem("theme"); } else { localStorage.setItem("theme", next); }
      } catch (refused) { /* for this page only, then */ }
      label(button);
    });
  }

  document.body.addEventListener("htmx:configRequest", function (event) {
    var csrf = document.querySelector('meta[name="csrf-header"]');
    if (csrf) { event.detail.headers[csrf.content] = csrf.dataset.token; }
  });

  // A part of a page may say what happened: <… data-said="Linked to Anna Berger">.
  document.body.addEventListener("htmx:afterSettle", function (event) {
    var part = event.target;
    var said = part.matches("[data-said]") ? part : part.querySelector("[data-said]");
    if (said) { document.getElementById("said").textContent = said.dataset.said; }
  });

  document.body.addEventListener("htmx:responseError", function (event) {
    var status = event.detail.xhr.status;
    document.getElementById("said").textContent = status === 401 || status === 403
      ? "You are signed out, or may not do this. Load the page again."
      : "That did not work (" + status + "). Load the page again.";
  });
})();
