// Select2 draws a search box over a list and leaves it nameless: a screen reader would say just "combo box".
// Django's own script draws the boxes when the page is ready; this one, registered later, names them.
window.django?.jQuery?.(($) => {
  const labelOf = (select) => select.labels[0];
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = labelOf(select);
    const box = select.nextElementSibling;
    if (!label || !box) continue;
    label.id ||= `${select.id}_label`;
    for (const part of box.querySelectorAll("[role=combobox], [role=textbox], input")) {
      part.setAttribute("aria-labelledby", `${label.id} ${part.getAttribute("aria-labelledby") || ""}`.trim());
    }
  }
  $(document).on("select2:open", (event) => {
    const search = document.querySelector(".select2-container--open .select2-dropdown .select2-search__field");
    const label = labelOf(event.target);
    if (search && label) search.setAttribute("aria-labelledby", label.id);
  });
  // Enter that comes before the answer waits for it: the list still shows what answers to fewer letters.
  const isWaiting = () => document.querySelector(".select2-container--open .loading-results");
  let entered = null;
  document.addEventListener("keydown", (event) => {
    entered = null;
    const isSearch = event.target.matches(".select2-search__field");
    if (!isSearch || event.key !== "Enter" || !isWaiting()) return;
    entered = event.target;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  $(document).ajaxComplete(() => setTimeout(() => {
    if (!entered || isWaiting()) return;
    const search = entered;
    entered = null;
    $(search).trigger($.Event("keydown", { which: 13 }));
  }));
});
