package jp.tsunagu.compose.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static jp.tsunagu.compose.endtoend.Chromium.called;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.compose.run.RunningService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A service is stopped and started under the pages that people have open: they say so, what belongs
 * to other services goes on, and afterwards nothing is missing. Who has a session there logs in
 * again, as decision 32 says, without losing what she typed.
 */
@Order(2)
@Tag("slow")
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(RunningNetwork.BROKER)
@ExtendWith({LoudWithoutChromium.class, RunningNetwork.class, ChromiumOfClass.class})
class RestartedServiceInTheBrowserTest {
  private static final String HERE = "つながっています";
  private static final Pattern OVER = Pattern.compile("自動的にログアウトしました");

  @Test
  void the_gateway_is_away_and_takes_nothing_but_its_own_pages_with_it(
      Network network, Chromium chromium) {
    Page desk = chromium.person(network.machine(), "desk-1", network.desk(""), true);
    Page window = chromium.of(SHOGAI_SOUDAN, 1280, 800, true);
    window.navigate(network.window(SHOGAI_SOUDAN, "/").toString());
    says(desk, HERE);
    says(window, HERE);

    network.machine().gatewayService().stop();
    try {
      says(desk, "再接続しています…");
      says(desk, "までの内容です");
      Chromium.shoot(desk, "restart-away");
      says(window, HERE);
      for (URI other :
          new URI[] {
            network.window(SHOGAI_SOUDAN, "/window/received"),
            network.window(SHOGAI_SOUDAN, "/window/sheet"),
          }) {
        assertThat(Objects.requireNonNull(window.navigate(other.toString())).status())
            .as(other.toString())
            .isEqualTo(200);
      }
    } finally {
      network.machine().gatewayService().restart();
    }

    assertThat(desk.locator("#session")).containsText(OVER, soon());
    Chromium.shoot(desk, "restart-back");
    desk.locator("#session button").click();
    desk.waitForURL(network.desk("").toString());
    says(desk, HERE);
    network.agency(HOKATSU).register(Forms.sheet(DESK).toString());
    assertThat(desk.locator("#news")).containsText("件を表示", soon());
  }

  @Test
  void the_meetings_are_away_and_take_nothing_but_their_own_pages_with_them(
      Network network, Chromium chromium) {
    URI its = network.meetings("");
    isAwayAlone(network, chromium, network.machine().schedulerService(), its);
    Page back = chromium.person(network.machine(), "secretary", its, true);
    Hands.until(back, back.locator("h1").getByText("会議の準備"));
  }

  @Test
  void the_statistics_are_away_and_take_nothing_but_their_own_pages_with_them(
      Network network, Chromium chromium) {
    var machine = network.machine();
    Page figures = chromium.person(machine, "manager", network.figures(), true);
    says(figures, HERE);
    RunningService service = machine.statisticsService().orElseThrow();
    isAwayAlone(network, chromium, service, network.figures());
    assertThat(figures.locator("#session")).containsText(OVER, soon());
    figures.locator("#session button").click();
    Hands.until(figures, figures.locator("h1").getByText("統計"));
    says(figures, HERE);
  }

  /** Pages of every other service are read and live while it is away, and it comes back. */
  private static void isAwayAlone(
      Network network, Chromium chromium, RunningService service, URI its) {
    var machine = network.machine();
    Page desk = chromium.person(machine, "desk-1", network.desk(""), true);
    Page window = chromium.of(SHOGAI_SOUDAN, 1280, 800, true);
    window.navigate(network.window(SHOGAI_SOUDAN, "/").toString());
    Map<Page, URI> others = new LinkedHashMap<>();
    for (URI other :
        List.of(
            network.desk(""), network.desk("agencies"), network.figures(), network.meetings(""))) {
      if (other.getPort() != its.getPort()) {
        String who = other.equals(network.figures()) ? "manager" : "desk-1";
        others.put(chromium.person(machine, who, other, true), other);
      }
    }
    service.stop();
    try {
      for (var page : others.entrySet()) {
        isRead(page.getKey(), page.getValue());
      }
      isRead(window, network.window(SHOGAI_SOUDAN, "/window/received"));
      isRead(window, network.window(SHOGAI_SOUDAN, "/window/meetings"));
      network.agency(HOKATSU).register(Forms.sheet(DESK).toString());
      assertThat(desk.locator("#news")).containsText("件を表示", soon());
      says(desk, HERE);
    } finally {
      service.restart();
    }
    others.keySet().forEach(Page::close);
    desk.close();
    window.close();
  }

  private static void isRead(Page page, URI address) {
    assertThat(Objects.requireNonNull(page.navigate(address.toString())).status())
        .as(address.toString())
        .isEqualTo(200);
    assertThat(page.locator("h1").first()).isVisible();
  }

  @Test
  void a_sheet_that_is_half_typed_when_its_connector_restarts_is_sent_afterwards(
      Network network, Chromium chromium) {
    Page page =
        chromium.person(
            network.machine(), "hokatsu-1", network.window(HOKATSU, "/window/sheet"), true);
    TypedSheet sheet = new TypedSheet(page).about("鵲野 再起", "かささぎの さいき");
    network.machine().connectorService().stop();
    try {
      page.locator("[name='note']").fill("途中で切れても残る。");
      assertThat(page.locator("#kept")).containsText("いまは保存できません。", soon());
    } finally {
      network.machine().connectorService().restart();
    }
    assertThat(page.locator("#session")).containsText(OVER, soon());
    assertThat(page.locator("#session")).containsText("この画面の続きから送れます");
    Chromium.shoot(page, "restart-half-typed");
    Page login = page.waitForPopup(() -> page.locator("#session button").click());
    login.waitForURL(Pattern.compile(".*/agencies/hokatsu/.*"));
    login.close();
    assertThat(page.locator("#session")).isHidden(hidden());
    assertThat(page.locator("#kept")).containsText("保存済み", soon());
    assertThat(page.locator("[name='note']")).hasValue("途中で切れても残る。");

    page.locator("[name='noteAbout']").fill("1");
    sheet.to(SHOGAI_SOUDAN);
    page.getByRole(AriaRole.BUTTON, called("登録する")).click();
    assertThat(page).hasURL(Pattern.compile(".*/window/cases/[0-9a-f-]+.*"));
  }

  private static void says(Page page, String words) {
    Locator word = page.locator("#live .word");
    assertThat(word).containsText(words, soon());
  }

  private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions soon() {
    return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
        .setTimeout(SOON.toMillis());
  }

  private static com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions hidden() {
    return new com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions()
        .setTimeout(SOON.toMillis());
  }
}
