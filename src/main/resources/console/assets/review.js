// The keys of the review pages: each does what the button, link or field does that names it in data-key.
(function () {
  "use strict";
  var busy = false;

  function off() {
    try { return localStorage.getItem("keys") === "off"; } catch (refused) { return false; }
  }

  function typing(element) {
    return element.isContentEditable || element.matches("textarea, select")
      || (element.matches("input") && !element.matches("[type=radio], [type=checkbox]"));
  }

  function help() { return document.getElementById("keys"); }

  function act(key) {
    var found = document.querySelector('#desk [data-key="' + CSS.escape(key) + '"]');
    if (!found) { return false; }
    var folded = found.closest("details");
    if (folded) { folded.open = true; }
    if (found.matches("input, textarea, select")) { found.focus(); }
    found.click();
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    if (busy || off() || typing(event.target) || document.querySelector("dialog[open]")) { return; }
    if (event.key.length === 1 && act(event.key.toLowerCase())) { event.preventDefault(); }
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-opens]");
    if (button) { document.getElementById(button.dataset.opens).showModal(); }
  });

  document.addEventListener("change", function (event) {
    if (event.target.id !== "keys-on") { return; }
    try { localStorage.setItem("keys", event.target.checked ? "on" : "off"); } catch (refused) { /* on, then */ }
    show();
  });

  // What is too large is said before it is sent.
  document.addEventListener("change", function (event) {
    var field = event.target;
    if (!field.matches("input[type=file][data-largest]")) { return; }
    var tooLarge = field.files[0] && field.files[0].size > Number(field.dataset.largest);
    field.setCustomValidity(tooLarge ? "This file has more than 64 MB; delete the rows without an answer, and save it again." : "");
    field.reportValidity();
  });

  function show() {
    var box = document.getElementById("keys-on");
    if (box) { box.checked = !off(); }
    document.documentElement.dataset.keys = off() ? "off" : "on";
  }

  // One answer at a time: the keys wait until the next case is there.
  document.addEventListener("htmx:beforeRequest", function () { busy = true; });
  document.addEventListener("htmx:afterRequest", function () { busy = false; });

  // Who decided with a key or a button goes on reading at the top of the next case.
  document.addEventListener("htmx:afterSettle", function (event) {
    if (event.target.id !== "desk") { return; }
    var heading = document.querySelector("#desk h1");
    if (heading) { heading.focus({ preventScroll: true }); }
    window.scrollTo(0, 0);
    show();
  });

  show();
})();
