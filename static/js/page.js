// A page that is left open or gone back to does not claim to be of now: once its time has passed, what it says of the
// moment gives way to the moment it was said at, and a link that asks again. Without this script that moment stands there.
(() => {
  const { day, asOf, reload } = document.currentScript.dataset;
  const LONGEST = 60 * 60 * 1000; // Milliseconds until it looks again at the latest: a day ends too.
  let timer;

  const giveWay = claim => {
    const link = document.createElement("a");
    link.href = location.pathname + location.search;
    link.className = "target";
    link.textContent = reload;
    const words = document.createElement("span");
    words.append(`${asOf}. `, link);
    claim.replaceChildren(words);
    claim.removeAttribute("data-changes-at");
    claim.className = claim.className.replace(/status--\w+/, "status--unknown");
  };

  // What is said of "now", "today" and "tomorrow" beside what lasts goes without a word in its place.
  const forget = () => {
    document.querySelectorAll("[data-of-day]").forEach(one => one.remove());
    document.querySelectorAll(".week__row--today").forEach(one => one.classList.remove("week__row--today"));
  };

  const look = () => {
    const now = Date.now();
    const claims = [...document.querySelectorAll("[data-changes-at]")];
    const passed = claims.filter(claim => Date.parse(claim.dataset.changesAt) <= now);
    passed.forEach(giveWay);
    const today = new Date(now).toLocaleDateString("sv", { timeZone: "Europe/Warsaw" });
    if (passed.length || today !== day) forget();
    const ends = claims.map(claim => Date.parse(claim.dataset.changesAt)).filter(end => end > now);
    clearTimeout(timer);
    timer = setTimeout(look, Math.min(...ends.map(end => end - now), LONGEST));
  };

  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
  // Browsers that know no ::details-content print what is folded only when it is open.
  addEventListener("beforeprint", () => document.querySelectorAll(".fortnight").forEach(one => { one.open = true; }));
})();
