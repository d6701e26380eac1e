package jp.tsunagu.compose.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static jp.tsunagu.compose.endtoend.Chromium.called;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.compose.run.SingleMachine;
import org.junit.jupiter.api.Test;

/** Every page of every role can be used by everybody, however they look and type. */
@InTheBrowser
class EveryPageInTheBrowserTest {
  private static final Duration SOON = Duration.ofSeconds(30);
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
    assertThat(wrong).isEmpty();
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
  void a_page_says_that_it_lost_its_service_and_misses_nothing_when_that_is_back(
      Network network, Chromium chromium) throws IOException {
    try (var way = new BrokenWay(network.machine().connector().getPort())) {
      Page page = chromium.of(SHOGAI_SOUDAN, 1280, 800, true);
      page.navigate("http://127.0.0.1:" + way.port() + "/agencies/shogai-soudan/");
      assertThat(page.locator("#live .word")).hasText("つながっています");
      way.breakOff();
      assertThat(page.locator("#live .word")).containsText("再接続しています…");
      assertThat(page.locator("#live .word")).containsText("までの内容です");
      Chromium.shoot(page, "reconnecting");
      String number = something(network);
      way.mend();
      assertThat(page.locator("#live .word")).hasText("つながっています");
      assertThat(page.locator("#news")).containsText("件を表示");
      page.locator("#news a").click();
      assertThat(page.locator("main")).containsText(number);
    }
  }

  @Test
  void what_is_half_typed_when_its_service_goes_away_stays_and_is_kept_when_it_is_back(
      Network network, Chromium chromium) throws IOException {
    try (var way = new BrokenWay(network.machine().connector().getPort())) {
      Page page = chromium.of(HOKATSU, 1280, 800, true);
      page.navigate("http://127.0.0.1:" + way.port() + "/agencies/hokatsu/window/sheet");
      page.locator("[name='persons[0].name']").fill("鵺野 途中");
      assertThat(page.locator("#kept")).containsText("保存");
      way.breakOff();
      page.locator("[name='persons[0].kana']").fill("ぬえの とちゅう");
      assertThat(page.locator("#kept")).containsText("いまは保存できません。");
      Chromium.shoot(page, "half-typed-away");
      way.mend();
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
    if (looked.add(kind)) {
      Chromium.wrong(page).forEach(each -> wrong.add(login + " " + kind + " " + each));
    }
    return wrong;
  }

  /** What can be done on this page and cannot be reached by Tab. */
  private static List<?> missedByTab(Page page) {
    Object count =
        page.evaluate(
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
    for (int steps = 0; steps < ((Number) count).intValue() * 2 + 10; steps++) {
      page.keyboard().press("Tab");
      page.evaluate("() => { document.activeElement.dataset.walk = 'reached'; }");
    }
    return (List<?>)
        page.evaluate(
            "() => [...document.querySelectorAll(\"[data-walk='ahead']\")].map((each) =>"
                + " each.outerHTML.slice(0, 200))");
  }
}
