// The quick exit. It leads away without this script too; with it the page is gone at once, three presses of Esc or Shift do the same,
// and "back" shows no page that has the exit. That a person has left is remembered by one word, in this tab alone (sessionStorage),
// until one of these pages is opened anew. It runs before anything is drawn: a page that must not be seen never is.
(() => {
  const { url, title, again } = document.currentScript.dataset;
  const root = document.documentElement;
  const LEFT = "left", PRESSES = 3, WITHIN = 3000; // Milliseconds from the first press to the last.

  const memory = action => { try { return action(sessionStorage); } catch { return null; } }; // A browser may refuse it.
  const hasLeft = () => memory(kept => kept.getItem(LEFT)) !== null;

  const leave = () => {
    memory(kept => kept.setItem(LEFT, ""));
    root.hidden = true;
    root.style.opacity = 0; // Also where a rule of a style sheet shows what is hidden.
    document.title = title;
    location.replace(url);
  };

  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") memory(kept => kept.removeItem(LEFT));
  if (hasLeft()) leave();

  // A copy that the browser keeps to go back to is kept unseen, and shown again only to a person who has not left.
  addEventListener("pagehide", () => { root.style.opacity = 0; });
  addEventListener("pageshow", () => { if (hasLeft()) leave(); else root.style.opacity = ""; });

  addEventListener("click", event => {
    if (!event.target.closest(".exit__link")) return;
    event.preventDefault();
    leave();
  }, true);

  let key, count, since, timer, isAlone;
  const say = words => {
    const place = document.querySelector(".exit__say");
    if (place && place.textContent !== words) place.textContent = words;
  };
  const forget = () => { key = null; say(""); };
  const press = (pressed, at) => {
    if (pressed !== key || at - since > WITHIN) [key, count, since] = [pressed, 0, at];
    count += 1;
    if (count === PRESSES) return leave();
    say(count === PRESSES - 1 ? again : "");
    clearTimeout(timer);
    timer = setTimeout(forget, WITHIN - (at - since));
  };
  addEventListener("keydown", event => {
    if (event.repeat) return;
    isAlone = event.key === "Shift";
    if (event.key === "Escape") press("Escape", event.timeStamp);
    else if (!isAlone) forget();
  }, true);
  // Shift counts when nothing else was done while it was held: not in a capital letter, nor in a step back with Tab.
  addEventListener("pointerdown", () => { isAlone = false; }, true);
  addEventListener("keyup", event => { if (event.key === "Shift" && isAlone) press("Shift", event.timeStamp); }, true);
})();
