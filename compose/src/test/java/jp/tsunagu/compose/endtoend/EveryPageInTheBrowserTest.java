package jp.tsunagu.compose.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static jp.tsunagu.compose.endtoend.Chromium.called;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.compose.run.Detour;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.contract.calendar.TokyoTime;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every page of every role can be used by everybody, however they look and type. */
@Order(3)
@InTheBrowser
class EveryPageInTheBrowserTest {
  private static final int ZOOMED_WIDTH = 640;
  private static final int ZOOMED_HEIGHT = 400;

  @Test
  void nothing_serious_is_wrong_on_any_page_of_any_role_and_nothing_is_cut_at_twice_the_size(
      Network network, Chromium chromium) {
    something(network);
    List<String> wrong = new ArrayList<>();
    Set<String> looked = new HashSet<>();
    begins(network)
        .forEach(
            (login, begin) -> {
              Page page = chromium.person(network.machine(), login, begin, true);
              List<String> kinds =
                  new Site(page, ports(network.machine()))
                      .walk(begin, kind -> wrong.addAll(look(page, login, kind, looked)));
              assertThat(kinds).as(login).isNotEmpty();
              page.context().close();
            });
    wrong.addAll(whereNoLinkLeads(network, chromium, looked));
    assertThat(wrong).isEmpty();
  }

  /** What is searched for by a form, and a list that is linked to only where it is long. */
  private static List<String> whereNoLinkLeads(
      Network network, Chromium chromium, Set<String> looked) {
    Page page = chromium.of(SHOGAI_SOUDAN, 1280, 800, true);
    page.navigate(network.window(SHOGAI_SOUDAN, "/window/tasks").toString());
    List<String> wrong = look(page, "agency", "tasks", looked);
    page.navigate(network.window(SHOGAI_SOUDAN, "/window/received").toString());
    page.locator("[role='search'] [name='who']").fill("見本");
    page.locator("[role='search'] [name='who']").press("Enter");
    page.waitForURL("**/window/find");
    wrong.addAll(look(page, "agency", "find", looked));
    page.context().close();
    return wrong;
  }

  @Test
  void whoever_has_no_mouse_reaches_every_action_and_opens_with_enter(
      Network network, Chromium chromium) {
    String number = something(network);
    Page page = chromium.of(SHOGAI_SOUDAN, 1280, 800, true);
    page.navigate(network.window(SHOGAI_SOUDAN, "/").toString());
    Chromium.row(page, number)
        .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(SOON.toMillis()));
    assertThat(missedByTab(page)).isEmpty();
    Chromium.row(page, number).getByRole(AriaRole.BUTTON).press("Enter");
    assertThat(page.locator("main")).containsText("次にすること");
    assertThat(missedByTab(page)).isEmpty();
    page.locator(".choices a").first().press("Enter");
    assertThat(page.locator("#doing")).isVisible();
    assertThat(missedByTab(page)).isEmpty();
    Page desk = chromium.of(DESK, 1280, 800, true);
    desk.navigate(network.desk("").toString());
    assertThat(missedByTab(desk)).isEmpty();
    desk.keyboard().press("j");
    desk.keyboard().press("Enter");
    desk.waitForURL("**/desk/cases/**");
    desk.navigate(network.desk("triage").toString());
    desk.locator("td.act a").first().press("Enter");
    desk.waitForURL("**/desk/triage/*");
    assertThat(missedByTab(desk)).isEmpty();
    desk.keyboard().press("j");
    desk.keyboard().press("Enter");
    desk.waitForURL("**/window/referrals/**");
    Page secretary = chromium.person(network.machine(), "secretary", network.meetings(""), true);
    assertThat(missedByTab(secretary)).isEmpty();
    secretary.locator("a", new Page.LocatorOptions().setHasText("次の月")).press("Enter");
    secretary.waitForURL("**/meetings/?**");
    secretary.keyboard().press("j");
    secretary.keyboard().press("Enter");
    secretary.waitForURL(url -> url.matches(".*/meetings/[^?]+"));
    assertThat(missedByTab(secretary)).isEmpty();
  }

  @Test
  void the_pages_around_the_login_are_for_everybody_too(Network network, Chromium chromium) {
    URI login = network.machine().login().address();
    List<String> wrong = new ArrayList<>();
    Page page = chromium.nobody();
    for (String path : List.of("/login", "/login?error", "/login?logout")) {
      page.navigate(login.resolve(path).toString());
      wrong.addAll(look(page, "nobody", path, new HashSet<>()));
    }
    for (String path : List.of("login/ended", "login/failed", "login/away", "login/no-pages")) {
      page.navigate(network.desk("../" + path).toString());
      wrong.addAll(look(page, "nobody", path, new HashSet<>()));
    }
    page.navigate(login.resolve("/login").toString());
    assertThat(missedByTab(page)).isEmpty();
    page.locator("[name='username']").fill("operation");
    page.locator("[name='password']").fill(Browser.passwordOf(network.machine(), "operation"));
    page.locator("[name='password']").press("Enter");
    page.getByRole(AriaRole.LINK, called("利用者を管理する")).press("Enter");
    assertThat(page.locator("h1")).hasText("利用者");
    wrong.addAll(look(page, "operation", "accounts", new HashSet<>()));
    Chromium.shoot(page, "login-accounts");
    page.locator("tbody th a").first().press("Enter");
    assertThat(page.locator("h1 small")).isVisible();
    wrong.addAll(look(page, "operation", "account", new HashSet<>()));
    assertThat(missedByTab(page)).isEmpty();
    page.navigate(login.resolve("/password").toString());
    wrong.addAll(look(page, "operation", "password", new HashSet<>()));
    page.navigate(network.desk("operation").toString());
    page.navigate(network.desk("../logout").toString());
    wrong.addAll(look(page, "operation", "logout", new HashSet<>()));
    assertThat(wrong).isEmpty();
  }

  @Test
  void an_agenda_is_put_in_another_order_by_keys_alone(Network network, Chromium chromium) {
    String first = urgent(network);
    String second = urgent(network);
    Page page = chromium.person(network.machine(), "secretary", network.meetings(""), true);
    Locator duty = page.locator(".duties li", new Page.LocatorOptions().setHasText(first));
    Hands.until(page, duty);
    duty.locator("a").press("Enter");
    Locator other = page.locator("label.option", new Page.LocatorOptions().setHasText(second));
    Hands.until(page, other);
    other.locator("input").press("Space");
    Hands.choose(page, "session", "EMERGENCY");
    page.locator("[name='startsAt']")
        .fill(
            LocalDateTime.now(TokyoTime.ZONE)
                .plusHours(3)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString());
    Hands.choose(page, "uninvited", "APPOINT");
    page.getByRole(AriaRole.BUTTON, called("会議を開く")).press("Enter");
    Locator numbers = page.locator("table.agenda tbody tr[id] th");
    assertThat(numbers).hasCount(2);
    assertThat(missedByTab(page)).isEmpty();
    String above = numbers.first().innerText().strip().split("\\s", -1)[0];
    String below = numbers.last().innerText().strip().split("\\s", -1)[0];
    page.locator("#why").press("ArrowDown");
    page.getByRole(AriaRole.BUTTON, called(above + " を一つ後へ")).press("Enter");
    assertThat(numbers.first()).containsText(below);
    assertThat(numbers.last()).containsText(above);
    assertThat(page.evaluate("() => document.activeElement.innerText"))
        .as("she is still at the item she moved")
        .asString()
        .contains(above);
    Chromium.shoot(page, "agenda-moved");
  }

  /** A household whose sheet asks for a meeting at once. */
  private static String urgent(Network network) {
    var sent = network.agency(HOKATSU).register(Forms.sheet(DESK, SHAKYO).toString());
    assertThat(sent.isSuccess()).as(sent.toString()).isTrue();
    var asked =
        network
            .agency(HOKATSU)
            .service()
            .post(
                "/cases/" + sent.text("caseId") + "/meeting-requests",
                """
                {"conference": "支援会議", "purpose": "緊急", "minutes": 30, "persons": [1],
                 "involved": ["shakyo"]}
                """,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    assertThat(asked.isSuccess()).as("%s %s", asked, asked.body()).isTrue();
    String referral = sent.text("referralId");
    await().atMost(SOON).until(() -> !numberOf(network, referral).isEmpty());
    return numberOf(network, referral);
  }

  private static String numberOf(Network network, String referral) {
    return network.agency(HOKATSU).referral(referral).body().path("caseNumber").asString("");
  }

  @Test
  void a_page_says_that_it_lost_its_service_and_misses_nothing_when_that_is_back(
      Network network, Chromium chromium) throws IOException {
    try (var way = new Detour(network.machine().connector().getPort())) {
      Page page = chromium.of(SHOGAI_SOUDAN, 1280, 800, true);
      page.navigate("http://127.0.0.1:" + way.port() + "/agencies/shogai-soudan/");
      assertThat(page.locator("#live .word")).hasText("つながっています");
      way.set(Detour.State.CLOSED);
      assertThat(page.locator("#live .word")).containsText("再接続しています…");
      assertThat(page.locator("#live .word")).containsText("までの内容です");
      Chromium.shoot(page, "reconnecting");
      String number = something(network);
      way.set(Detour.State.OPEN);
      assertThat(page.locator("#live .word")).hasText("つながっています");
      assertThat(page.locator("#news")).containsText("件を表示");
      page.locator("#news a").click();
      assertThat(page.locator("main")).containsText(number);
    }
  }

  @Test
  void what_is_half_typed_when_its_service_goes_away_stays_and_is_kept_when_it_is_back(
      Network network, Chromium chromium) throws IOException {
    try (var way = new Detour(network.machine().connector().getPort())) {
      Page page = chromium.of(HOKATSU, 1280, 800, true);
      page.navigate("http://127.0.0.1:" + way.port() + "/agencies/hokatsu/window/sheet");
      page.locator("[name='persons[0].name']").fill("鵺野 途中");
      assertThat(page.locator("#kept")).containsText("保存");
      way.set(Detour.State.CLOSED);
      page.locator("[name='persons[0].kana']").fill("ぬえの とちゅう");
      assertThat(page.locator("#kept")).containsText("いまは保存できません。");
      Chromium.shoot(page, "half-typed-away");
      way.set(Detour.State.OPEN);
      assertThat(page.locator("#kept"))
          .not()
          .containsText(
              "いまは保存できません。",
              new LocatorAssertions.ContainsTextOptions().setTimeout(SOON.toMillis()));
      assertThat(page.locator("[name='persons[0].kana']")).hasValue("ぬえの とちゅう");
      page.navigate(network.window(HOKATSU, "/").toString());
      page.getByRole(AriaRole.LINK, called("鵺野 途中")).first().click();
      assertThat(page.locator("[name='persons[0].kana']")).hasValue("ぬえの とちゅう");
    }
  }

  /** A household for every list: sent to an agency, and a sheet that the desk gives to somebody. */
  private static String something(Network network) {
    var sent = network.agency(HOKATSU).register(Forms.sentTo(SHOGAI_SOUDAN).toString());
    assertThat(sent.isSuccess()).as(sent.toString()).isTrue();
    assertThat(network.agency(HOKATSU).register(Forms.sheet(DESK).toString()).isSuccess()).isTrue();
    await()
        .atMost(SOON)
        .until(
            () ->
                network
                    .agency(SHOGAI_SOUDAN)
                    .referral(sent.text("referralId"))
                    .body()
                    .path("stage")
                    .path("code")
                    .asString()
                    .equals("ARRIVED"));
    return sent.text("caseNumber");
  }

  private static Map<String, URI> begins(Network network) {
    Map<String, URI> begins = new LinkedHashMap<>();
    begins.put("shogai-soudan-1", network.window(SHOGAI_SOUDAN, "/"));
    begins.put("shakyo-lead", network.window(SHAKYO, "/"));
    begins.put("desk-1", network.desk(""));
    begins.put("manager", network.figures());
    begins.put("secretary", network.meetings(""));
    begins.put("protection", network.desk("protected/"));
    begins.put("operation", network.desk("operation"));
    return begins;
  }

  private static Set<Integer> ports(SingleMachine machine) {
    return Set.of(
        machine.connector().getPort(),
        machine.gateway().getPort(),
        machine.scheduler().getPort(),
        machine.statistics().orElseThrow().getPort());
  }

  private static List<String> look(Page page, String login, String kind, Set<String> looked) {
    List<String> wrong = new ArrayList<>();
    page.setViewportSize(ZOOMED_WIDTH, ZOOMED_HEIGHT);
    Object width = page.evaluate("() => document.documentElement.scrollWidth");
    if (((Number) width).intValue() > ZOOMED_WIDTH) {
      wrong.add(login + " " + kind + " is " + width + " wide at twice the size");
    }
    page.setViewportSize(1024, 768);
    Object small = page.evaluate("() => document.documentElement.scrollWidth");
    if (((Number) small).intValue() > 1024) {
      wrong.add(login + " " + kind + " is " + small + " wide on 1024");
    }
    page.setViewportSize(1280, 800);
    namesOfFields(page).forEach(each -> wrong.add(login + " " + kind + " says " + each));
    squeezed(page).forEach(each -> wrong.add(login + " " + kind + " squeezes " + each));
    if (looked.add(kind)) {
      Chromium.wrong(page).forEach(each -> wrong.add(login + " " + kind + " " + each));
      String name = kind.replaceFirst("^[0-9]+/", "").replaceAll("[^a-z]+", "-");
      Chromium.shoot(page, "every-" + login + "-" + name);
    }
    return wrong;
  }

  /** Words of programs in what a page says to people. */
  private static List<?> namesOfFields(Page page) {
    return (List<?>)
        page.evaluate(
            """
            () => [...document.querySelectorAll("main .help, main .before, main .error, main .empty")]
              .map((each) => each.textContent)
              .filter((text) => /[a-z]+[A-Z][A-Za-z]+|\\b(persons|household|consents|true|false)\\b/.test(text))
            """);
  }

  /** What stands in a column so narrow that nobody reads it at a glance: three lines of a word. */
  private static List<?> squeezed(Page page) {
    return (List<?>)
        page.evaluate(
            """
            () => [...document.querySelectorAll("main td, main th")]
              .filter((each) => each.textContent.trim().length >= 8)
              .filter((each) => {
                const text = document.createRange();
                text.selectNodeContents(each);
                const { width, height } = text.getBoundingClientRect();
                return width > 0 && width < 80
                  && height >= 3 * parseFloat(getComputedStyle(each).lineHeight);
              })
              .map((each) => each.textContent.trim())
            """);
  }

  /** What can be done on this page and cannot be reached by Tab. */
  private static List<?> missedByTab(Page page) {
    int ahead =
        number(
            page,
            """
            () => {
              document.activeElement.blur();
              const seen = new Set();
              const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
                .filter((each) => each.checkVisibility() && each.type !== "hidden" && !each.disabled)
                .filter((each) => each.type !== "radio" || (!seen.has(each.name) && seen.add(each.name)));
              all.forEach((each) => each.dataset.walk = "ahead");
              return all.length;
            }
            """);
    int patience = ahead * 2 + 10;
    for (int steps = 0; ahead > 0 && steps < patience; steps++) {
      page.keyboard().press("Tab");
      ahead =
          number(
              page,
              """
              () => {
                document.activeElement.dataset.walk = "reached";
                return document.querySelectorAll("[data-walk='ahead']").length;
              }
              """);
    }
    return (List<?>)
        page.evaluate(
            "() => [...document.querySelectorAll(\"[data-walk='ahead']\")].map((each) =>"
                + " each.outerHTML.slice(0, 200))");
  }

  private static int number(Page page, String script) {
    return ((Number) page.evaluate(script)).intValue();
  }
}
