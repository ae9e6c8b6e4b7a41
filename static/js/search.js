// Suggestions under the search field while a person types: the combobox pattern of the ARIA Authoring Practices.
// Without this script the form asks the same question by its button.
for (const field of document.querySelectorAll("input[data-suggest]")) {
  const WAIT = 150; // Milliseconds without a key before the server is asked.
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let options = [];
  let active = -1;
  let timer;
  let request;

  list.id = `${field.id}-list`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0].textContent);
  list.hidden = true;
  status.className = "hidden";
  status.setAttribute("role", "status");
  field.after(list);
  list.after(status);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  const close = () => {
    list.hidden = true;
    list.setAttribute("aria-busy", "false");
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  };

  const mark = (number) => {
    options[active]?.setAttribute("aria-selected", "false");
    active = number;
    const option = options[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };

  const go = (option) => location.assign(option.dataset.address);

  const optionOf = ({ name, language, knownAs, knownAsLanguage, address }, number) => {
    const option = document.createElement("li");
    const words = document.createElement("span");
    option.id = `${list.id}-${number}`;
    option.className = "suggestions__option";
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.address = address;
    words.textContent = name;
    if (language !== document.documentElement.lang) words.lang = language;
    option.append(words);
    if (knownAs) {
      const note = document.createElement("span");
      note.className = "suggestions__note";
      note.textContent = knownAs;
      if (knownAsLanguage !== document.documentElement.lang) note.lang = knownAsLanguage;
      option.append(" ", note);
    }
    // Before the field loses the focus, which would close the list.
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", () => go(option));
    return option;
  };

  const show = (suggestions) => {
    mark(-1);
    options = suggestions.map(optionOf);
    list.replaceChildren(...options);
    list.setAttribute("aria-busy", "false");
    list.hidden = !options.length;
    field.setAttribute("aria-expanded", String(Boolean(options.length)));
    status.textContent = options.length ? `${field.dataset.some} ${options.length}` : field.dataset.none;
  };

  const ask = async () => {
    request?.abort();
    const query = field.value;
    if (query.trim().length < 2) {
      status.textContent = "";
      close();
      return;
    }
    request = new AbortController();
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(query)}`, { signal: request.signal });
      if (answer.ok && document.activeElement === field) show((await answer.json()).suggestions);
    } catch (error) {
      // No network: the button still works. A question that was given up leaves the list alone.
      if (error.name !== "AbortError") close();
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    list.setAttribute("aria-busy", "true"); // What it shows is about to change.
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", () => {
    clearTimeout(timer);
    request?.abort();
    close();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const last = options.length - 1;
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) {
        // Who has begun to choose keeps the list as it is: a late answer must not change it under their hand.
        clearTimeout(timer);
        request?.abort();
      }
      if (!isOpen) ask();
      else if (event.key === "ArrowDown") mark(active === last ? -1 : active + 1);
      else mark(active === -1 ? last : active - 1);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      go(options[active]);
    }
  });
}
