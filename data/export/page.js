// The language of the page: the reader's own where it is Arabic, else English; the button changes it.
(function () {
  "use strict";
  const root = document.documentElement;
  function show(language) {
    root.dataset.language = root.lang = language;
    root.dir = language === "ar" ? "rtl" : "ltr";
  }
  show((navigator.language || "").toLowerCase().startsWith("ar") ? "ar" : "en");
  document.getElementById("language").addEventListener("click", function () {
    show(root.lang === "ar" ? "en" : "ar");
  });
})();
