// A page that is left open or gone back to does not claim to be of now: once its time has passed, what it says of the
// moment gives way to the moment it was said at, and a link that asks again. Without this script that moment stands there.
(() => {
  const { asOf, reload } = document.currentScript.dataset;
  const LONGEST = 2 ** 31 - 1; // Milliseconds that a timer can wait.
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

  const look = () => {
    const now = Date.now();
    const claims = [...document.querySelectorAll("[data-changes-at]")];
    claims.filter(claim => Date.parse(claim.dataset.changesAt) <= now).forEach(giveWay);
    const ends = claims.map(claim => Date.parse(claim.dataset.changesAt)).filter(end => end > now);
    clearTimeout(timer);
    if (ends.length) timer = setTimeout(look, Math.min(Math.min(...ends) - now, LONGEST));
  };

  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
  // Browsers that know no ::details-content print what is folded only when it is open.
  addEventListener("beforeprint", () => document.querySelectorAll(".fortnight").forEach(one => { one.open = true; }));
})();
