// The figures below a text follow what is typed. The server counts, so that the rules stand in one place.
const PAUSE = 500; // Milliseconds without a key, after which somebody stops to look.
const pauses = new WeakMap();

async function refresh(input) {
  const text = input.value;
  const body = new URLSearchParams({ text, csrfmiddlewaretoken: input.form.elements.csrfmiddlewaretoken.value });
  const answer = await fetch(input.dataset.readability, { method: "POST", body }).catch(() => null);
  // Signed out, or no connection: no figures rather than those of another text.
  const figures = answer?.ok && !answer.redirected ? await answer.text() : "";
  if (input.value === text) input.closest(".figured").querySelector(".readability").innerHTML = figures;
}

document.addEventListener("input", ({ target }) => {
  if (!target.dataset.readability) return;
  clearTimeout(pauses.get(target));
  pauses.set(target, setTimeout(refresh, PAUSE, target));
});

// Django numbers the names and ids of a new row, but not what describes its inputs.
document.addEventListener("formset:added", ({ target }) => {
  for (const input of target.querySelectorAll("[data-readability]")) {
    const number = input.id.match(/-(\d+)-/)?.[1];
    input.setAttribute("aria-describedby", input.getAttribute("aria-describedby").replaceAll("__prefix__", number));
  }
});
