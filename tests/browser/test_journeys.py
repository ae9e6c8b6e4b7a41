"""The ten errands of ten residents, walked with a thumb on a telephone: in three taps and four screens, at twice the letters too.

A tap is a touch of a link or of the field to write in; the key that sends what was written is the keyboard's. Of each
page counts how far down the lowest thing lay that was needed there, in screens of 844 px from where the page was met:
all that was read at ordinary letters, and what was scrolled, beyond the screens that stood there unasked, at double ones.
"""

from contextlib import contextmanager

import pytest

from tests.browser.pages import PAGES
from tests.browser.test_enlarged import enlarge

pytestmark = pytest.mark.slow

TELEPHONE = {"width": 390, "height": 844}
MOST_TAPS, MOST_SCREENS = 3, 4
HOMES = {"/": "Pomoc natychmiastowa", "/en/": "Immediate help", "/uk/": "Термінова допомога"}
LETTERS = pytest.mark.parametrize("large", [False, True], ids=["100 %", "200 %"])
# Bring the last line of it into the window, as a thumb does, and tell how far down it ends, and what is seen there.
REACH = """(one) => {
  const last = () => [...one.getClientRects()].at(-1), bar = document.querySelector('.callbar');
  const isOver = bar && !bar.contains(one) && getComputedStyle(bar).position == 'sticky';
  const covered = isOver ? bar.offsetHeight : 0;
  const bottom = last().bottom + scrollY;
  if (last().top < 0 || last().bottom > innerHeight - covered) scrollTo(0, bottom - innerHeight + covered);
  const {left, top, width, height} = last(), seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return [bottom, Boolean(seen) && (one.contains(seen) || seen.contains(one))];
}"""
TO_ITS_PART = "location.hash && document.querySelector(location.hash).scrollIntoView()"


class Walk:
    """One person's way through the site: what they tap, write and read, and what it cost them."""

    def __init__(self, page, *, large):
        self.page, self.large, self.taps, self.depths = page, large, 0, []

    @property
    def read_screens(self):
        """The screens that were read, of all pages together."""
        return sum(self.depths)

    @property
    def scrolled_screens(self):
        """The screens that came into the window by scrolling."""
        return sum(max(0, depth - 1) for depth in self.depths)

    def meet(self, address=None):
        """Stand before a page: its top, or the part to which a link jumped."""
        if address:
            self.page.goto(address)
        if self.large:
            enlarge(self.page)
            self.page.evaluate(TO_ITS_PART)  # The letters of a person are large before the page is there.
        self.from_here = self.page.evaluate("scrollY")
        self.depths.append(0)
        return self

    def reach(self, what):
        bottom, seen = what.evaluate(REACH)
        assert seen, (what, "is covered or off the screen")
        self.depths[-1] = max(self.depths[-1], (bottom - self.from_here) / TELEPHONE["height"])

    def tap(self, words, within="body"):
        """Tap the first link that says so, and stand before where it leads."""
        link = self.page.locator(f"{within} a:visible", has_text=words).first
        self.reach(link)
        leads_to = link.evaluate("one => one.href")
        link.tap()
        self.page.wait_for_url(leads_to)
        self.taps += 1
        return self.meet()

    def write(self, words):
        """Write into the field of the search and send it with the key of the keyboard."""
        field = self.page.locator("input[name=q]")
        self.reach(field)
        field.tap()
        field.fill(words)
        field.press("Enter")
        self.page.wait_for_url("**/szukaj/?q=*")
        self.taps += 1
        return self.meet()

    def see(self, *texts):
        """Find each of these on the page, and have it in view."""
        for text in texts:
            self.reach(self.page.locator("body").get_by_text(text).locator("visible=true").first)
        return self

    def call(self, number, within="main"):
        """Find the number to tap: its digits as people write them."""
        link = self.page.locator(f"{within} a[href='tel:{number}']:visible").first
        self.reach(link)
        return link.inner_text().strip()


@pytest.fixture
def walk(open_window, record_property):
    """Return a function that starts a walk, and holds what it cost against what a person can bear."""

    @contextmanager
    def start(address="/", *, large, **options):
        with open_window(TELEPHONE, has_touch=True, is_mobile=True, **options) as page:
            person = Walk(page, large=large).meet(address)
            yield person
        record_property("walk", [person.taps, round(person.read_screens, 1), round(person.scrolled_screens, 1)])
        screens = person.scrolled_screens if large else person.read_screens
        assert (person.taps <= MOST_TAPS, screens <= MOST_SCREENS) == (True, True), (person.taps, person.depths)

    return start


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@LETTERS
def test_1_widow_without_money_for_medicines_learns_what_is_free_and_whom_to_call(walk, large, script):
    with walk(large=large, java_script_enabled=script) as she:
        she.write("nie mam na leki Wołomin")
        she.see("Teraz otwarte, do 16:00", "Al. Armii Krajowej 34", "Bezpłatne leki dla osób od 65 lat")
        assert she.call("+48227872701") == "22 787 27 01"


@LETTERS
def test_2_mother_from_ukraine_finds_the_building_for_the_money_for_children(walk, large):
    with walk(large=large) as she:
        she.tap("Українська").write("допомога на дітей Solec Kujawski").tap("Сімейні виплати", "main")
        she.see("Centrum Usług Społecznych w Solcu Kujawskim", "ul. 23 Stycznia 14a", "Години не вказано")
        assert she.call("+48523878680") == "52 387 86 80"


@LETTERS
def test_2_mother_from_ukraine_learns_who_gives_a_number(walk, large):
    with walk(large=large) as she:
        she.tap("Українська").write("PESEL").tap("Отримайте PESEL", "main").see("Отримайте PESEL")


def test_2_mother_from_ukraine_who_types_nothing_is_led_to_the_building(walk):
    with walk(large=False) as she:
        she.tap("Українська").tap("У мене є дитина")
        she.see("Centrum Usług Społecznych w Solcu Kujawskim", "ul. 23 Stycznia 14a", "Години не вказано")
        assert she.call("+48523878680") == "52 387 86 80"


@LETTERS
def test_3_son_of_a_bedridden_mother_calls_the_right_building_and_reads_who_pays(walk, large):
    with walk(large=large) as he:
        he.write("opiekunka dla mamy Solec Kujawski").tap("Usługi opiekuńcze", "main")
        assert he.call("+48502932397") == "502 932 397"
        he.see("Plac Jana Pawła II 4").tap("Ile kosztuje").see("Kto ma niski dochód")


@pytest.mark.parametrize(("home", "help_now"), HOMES.items(), ids=["pl", "en", "uk"])
@LETTERS
def test_4_woman_who_hides_has_the_numbers_and_the_way_out_after_one_tap(walk, large, home, help_now):
    with walk(home, large=large) as she:
        she.tap(help_now)
        numbers = [she.call(number, ".callbar") for number in ("112", "+48800120002")]
        assert numbers == ["112", "800 120 002"]
        she.reach(she.page.locator(".exit__link"))


@pytest.mark.parametrize("home", HOMES, ids=["pl", "en", "uk"])
def test_4_woman_who_hides_sees_the_numbers_on_the_first_screen(walk, home):
    with walk(home, large=False) as she:
        numbers = [she.call(number) for number in ("112", "+48800120002")]
        assert (numbers, she.scrolled_screens) == (["112", "800 120 002"], 0)


@LETTERS
def test_5_man_with_a_letter_of_eviction_reads_what_to_bring_and_about_wednesday(walk, large):
    with walk(large=large) as he:
        he.write("dodatek mieszkaniowy Wołomin").tap("Dodatek mieszkaniowy", "main")
        he.see("Środa: godzin nie znamy, najpierw zadzwoń.", "Masz pismo o eksmisji?")
        he.tap("Co przynieść").see("Wniosek o dodatek mieszkaniowy")


@LETTERS
def test_6_blind_person_finds_a_building_by_its_name_its_number_and_whether_it_is_open(walk, large):
    with walk(large=large) as she:
        she.write("dom dobrych praktyk").tap("Dom Dobrych Praktyk", "main")
        she.see("Godziny niepodane: zadzwoń")
        assert she.call("+48502932397") == "502 932 397"


@LETTERS
def test_7_slow_reader_learns_where_to_get_food(walk, large):
    with walk(large=large) as she:
        she.tap("Wołomin", "main").tap("Łatwiej")
        she.see("Nie masz co jeść? Zadzwoń:")
        assert she.call("+48227872701") == "22 787 27 01"


@LETTERS
def test_8_journalist_learns_that_the_bulletin_is_not_known(walk, large):
    with walk(large=large) as he:
        he.write("BIP Wołomin").tap("Biuletyn Informacji Publicznej", "main").see("Adresu BIP tego ośrodka nie znamy.")


@pytest.mark.parametrize(
    ("words", "link", "answer"),
    [
        ("kto prowadzi stronę", "O stronie", "Kto prowadzi tę stronę"),
        ("błąd na stronie", "Zgłoś błąd", "Jak zgłosić błąd"),
    ],
    ids=["who", "error"],
)
@LETTERS
def test_8_journalist_learns_who_runs_the_site_and_how_to_report_an_error(walk, large, words, link, answer):
    with walk(large=large) as he:
        he.write(words).tap(link, "main").see(answer)


@LETTERS
def test_9_resident_of_krakow_learns_which_towns_are_here_and_how_to_find_their_own_centre(walk, large):
    with walk(large=large) as she:
        she.see("Solec Kujawski", "Wołomin")
        she.write("Kraków").see("Ta strona jest dla mieszkańców tych gmin", "Zapytaj w urzędzie gminy")


@LETTERS
def test_10_person_from_a_search_engine_sees_whose_the_sheet_is_and_for_whom(walk, large):
    with walk("/wolomin/sprawy/dodatek-mieszkaniowy/", large=large) as she:
        she.see("Ośrodek Pomocy Społecznej w Wołominie", "Dla mieszkańców gminy: Wołomin")
        assert she.call("+48227872701") == "22 787 27 01"


FIRST_SCREEN = """(wanted) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = document.createRange();
  for (let node; node = walker.nextNode();) {
    const at = node.data.indexOf(wanted);
    if (at < 0) continue;
    found.setStart(node, at); found.setEnd(node, at + wanted.length);
    const {bottom, height} = found.getBoundingClientRect();
    if (height && bottom <= innerHeight) return true;
  }
  return false;
}"""


def test_town_is_named_on_the_first_screen_of_every_kind_of_page(open_window):
    towns = {"wolomin": "Wołomin", "solec-kujawski": "Solec Kujawski"}
    addresses = [address for address in PAGES.values() if address.split("/")[1] in towns]
    wanted = [(address, towns[address.split("/")[1]]) for address in addresses] + [("/", one) for one in towns.values()]
    with open_window(TELEPHONE) as page:
        missing = []
        for address, town in wanted:
            page.goto(address)
            if not page.evaluate(FIRST_SCREEN, town):
                missing.append((address, town))
    assert missing == []


def test_situation_of_a_centre_has_a_number_in_its_text_without_scrolling(open_window):
    with open_window(TELEPHONE) as page:
        page.goto("/wolomin/")
        links = page.locator("a[href^='/wolomin/sytuacje/']").evaluate_all("all => all.map(one => one.pathname)")
        without = []
        for address in dict.fromkeys(links):
            page.goto(address)
            box = page.locator("main a[href^='tel:']").first.bounding_box()
            if box["y"] + box["height"] > TELEPHONE["height"]:
                without.append(address)
    assert (len(links) >= 10, without) == (True, [])
