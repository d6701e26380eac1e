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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;

/** What the people of a story do, each on her own pages. */
final class Story {

  private static final String NAME = "見本 花子";
  private static final Pattern MISSING = Pattern.compile("通院の移動手段|TRANSPORT");
  private static final int MOST_FIELDS = 25;
  private static final int MOST_CLICKS = 4;
  private static final Duration LONGEST_TYPING = Duration.ofSeconds(60);

  private final Network network;
  private final Chromium chromium;
  private final TestReporter reporter;
  private final boolean scripts;
  private final Page desk;
  private final Page hokatsu;
  private final Page shakyo;
  private final Page secretary;
  private final Page manager;
  private String number = "";
  private String caseId = "";
  private int begun;

  Story(Network network, Chromium chromium, TestReporter reporter, boolean scripts) {
    this.network = network;
    this.chromium = chromium;
    this.reporter = reporter;
    this.scripts = scripts;
    this.desk = person("desk-1", network.desk(""));
    this.hokatsu = person("hokatsu-1", network.window(HOKATSU, "/"));
    this.shakyo = person("shakyo-1", network.window(SHAKYO, "/"));
    this.secretary = person("secretary", network.meetings(""));
    this.manager = person("manager", network.figures());
  }

  void the_manager_watches_the_figures() {
    assertThat(manager.locator(".tiles")).containsText("開始した相談");
    begun = numberBegun();
    if (scripts) {
      assertThat(manager.locator("#live .word")).hasText("つながっています");
      manager.evaluate("() => { window.stayed = true; }");
    }
  }

  void the_desk_watches_its_queue() {
    if (scripts) {
      assertThat(desk.locator("#live .word")).hasText("つながっています");
      desk.evaluate(
          """
          () => {
            window.heard = [];
            document.addEventListener("tsunagu:news", () => window.heard.push(Date.now()));
          }
          """);
    }
  }

  void hokatsu_writes_a_sheet() {
    hokatsu.getByRole(AriaRole.LINK, called("つなぐシートを書く")).first().click();
    TypedSheet sheet = new TypedSheet(hokatsu).sample().sentToNobody(DESK, SHOGAI_SOUDAN, SHAKYO);
    tells("fields of the sample sheet", sheet.fields());
    tells("seconds of typing it", sheet.typing().toSeconds());
    assertThat(sheet.fields()).isLessThanOrEqualTo(MOST_FIELDS);
    assertThat(sheet.typing()).isLessThanOrEqualTo(LONGEST_TYPING);
    picture(hokatsu, "sheet");
    shoot(hokatsu, "1-sheet");
    hokatsu.getByRole(AriaRole.BUTTON, called("登録する")).click();
    assertThat(hokatsu).hasURL(Pattern.compile(".*/window/cases/[0-9a-f-]+.*"));
    caseId = hokatsu.url().replaceAll(".*/cases/([0-9a-f-]+).*", "$1");
    Hands.until(hokatsu, hokatsu.locator("h1", text("令和")));
    number = hokatsu.locator("h1").innerText();
    shoot(hokatsu, "1-written");
  }

  void the_manager_sees_that_it_began() {
    await()
        .atMost(SOON)
        .until(
            () -> {
              if (!scripts) {
                manager.reload();
              }
              return numberBegun() > begun;
            });
    stayed();
    picture(manager, "figures");
  }

  void the_desk_gives_it_to_shogai_soudan() {
    Locator row = seen("SheetSubmitted");
    picture(desk, "queue");
    shoot(desk, "2-queue");
    row.locator("td.act a").click();
    shoot(desk, "2-candidates");
    desk.locator("tr[data-agency='" + SHOGAI_SOUDAN + "'] a").click();
    desk.getByRole(AriaRole.BUTTON, called("開封して読む")).click();
    assertThat(desk.locator("main")).containsText(NAME);
    assertThat(desk.locator("#f-receiver")).hasValue(SHOGAI_SOUDAN.value());
    shoot(desk, "2-triage");
    Hands.sends(desk, "振り分ける(調整窓口)");
    desk.navigate(network.desk("").toString());
    the_desk_watches_its_queue();
  }

  void shogai_soudan_declines() {
    Page page = person("shogai-soudan-1", network.window(SHOGAI_SOUDAN, "/"));
    opens(page);
    assertThat(page.locator("main")).containsText(NAME);
    picture(page, "referral");
    shoot(page, "3-read");
    Hands.next(page, "受入不可と答える");
    Hands.choose(page, "reason", "NOT_ELIGIBLE");
    Hands.sends(page, "受入不可と答える");
    shoot(page, "3-declined");
    page.context().close();
  }

  void the_desk_sends_it_on() {
    Locator row = seen("ReferralDeclined");
    assertThat(row).containsText("戻ってきた連絡");
    shoot(desk, "3-queue");
    row.locator("td.act a").click();
    desk.locator("tr[data-agency='" + SHAKYO + "'] a").click();
    assertThat(desk.locator("#doing")).containsText(NAME);
    shoot(desk, "3-onward");
    desk.locator("#doing button[type='submit']").click();
    assertThat(desk.locator("#problems")).hasCount(0);
    assertThat(desk).hasURL(Pattern.compile(".*[?&]done=.*"));
  }

  void shakyo_accepts() {
    int clicks = opens(shakyo);
    assertThat(shakyo.locator("main")).containsText(NAME);
    assertThat(shakyo.locator("main")).containsText("次にすること");
    Hands.next(shakyo, "受理する");
    Hands.sends(shakyo, "受理する");
    clicks += 2;
    tells("clicks from 今日 to an answer", clicks);
    assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    assertThat(shakyo.locator(".ladder li.done").last()).containsText("受理");
    shoot(shakyo, "4-accepted");
  }

  void the_consent_is_taken_back_and_shakyo_stops() {
    shakyo.navigate(network.window(SHAKYO, "/").toString());
    hokatsu.navigate(ofCase(HOKATSU, "consents"));
    shoot(hokatsu, "5-consents");
    hokatsu.getByRole(AriaRole.LINK, called("世帯員1 の同意の撤回を記録する")).click();
    Hands.choose(hokatsu, "recipients", SHAKYO.value());
    shoot(hokatsu, "5-withdrawing");
    Hands.sends(hokatsu, "同意の撤回を記録する");
    Locator task = task("共有停止の求めに回答する");
    Hands.comes(shakyo, task, scripts);
    shoot(shakyo, "5-stop");
    task.locator("a").click();
    Hands.choose(shakyo, "answer", "STOPPED");
    Hands.sends(shakyo, "共有停止の求めに回答する");
    Hands.until(hokatsu, hokatsu.locator("section[aria-labelledby='stops'] td", text("停止")));
    shoot(hokatsu, "5-stopped");
  }

  void hokatsu_asks_for_a_meeting() {
    hokatsu.navigate(ofCase(HOKATSU, "meetings"));
    Hands.next(hokatsu, "会議を相談する");
    Hands.choose(hokatsu, "conference", "SUPPORT_CONFERENCE");
    Hands.choose(hokatsu, "purpose", "EMERGENCY");
    Hands.choose(hokatsu, "persons", "1");
    Hands.choose(hokatsu, "involved", SHAKYO.value());
    Hands.choose(hokatsu, "involved", SHOGAI_SOUDAN.value());
    shoot(hokatsu, "6-asking");
    Hands.sends(hokatsu, "会議を相談する");
  }

  /** An emergency that began a moment ago, so that it can be over by now. */
  void the_secretary_calls_it() {
    Locator duty = secretary.locator(".duties li", text(number));
    Hands.until(secretary, duty);
    shoot(secretary, "7-duties");
    duty.locator("a").click();
    Hands.choose(secretary, "session", "EMERGENCY");
    LocalDateTime start = LocalDateTime.now(TokyoTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    secretary.locator("[name='startsAt']").fill(start.toString());
    Hands.choose(secretary, "uninvited", "APPOINT");
    shoot(secretary, "7-calling");
    Hands.sends(secretary, "会議を開く");
    assertThat(secretary.locator("table.agenda")).containsText(number);
    Locator notices = secretary.locator("section[aria-labelledby='notices'] tbody tr");
    Hands.until(secretary, notices.nth(2));
    assertThat(notices).hasCount(3);
    shoot(secretary, "7-agenda");
    shakyo.navigate(ofCase(SHAKYO, "meetings"));
    Hands.until(shakyo, shakyo.locator("main table.list tbody tr"));
    shoot(shakyo, "7-notice");
  }

  void the_secretary_records_who_came_and_what_was_decided() {
    Hands.next(secretary, "開催と出欠を記録する");
    Locator there = secretary.locator("input[type='radio'][value='ATTENDED'][name^='attendees']");
    for (int row = 0; row < 3; row++) {
      there.nth(row).check();
    }
    shoot(secretary, "8-attendance");
    Hands.sends(secretary, "開催と出欠を記録する");
    secretary.getByRole(AriaRole.LINK, called(number + " の決定を記録する")).click();
    Hands.choose(secretary, "outcome", "SUPPORT_POLICY_SET");
    secretary.locator("select[name='roles[0].role']").selectOption("TRUST_BUILDING");
    Hands.choose(secretary, "missingResources[0].code", "TRANSPORT");
    shoot(secretary, "8-deciding");
    Hands.sends(secretary, "議題ごとの決定を記録する");
    assertThat(secretary.locator("tr.decided")).containsText("支援方針の決定");
    shoot(secretary, "8-decided");
  }

  void the_manager_sees_what_is_missing() {
    Locator missing = manager.locator("tr", new Page.LocatorOptions().setHasText(MISSING)).first();
    if (scripts) {
      assertThat(missing)
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
      stayed();
      endsRight();
    }
    Hands.until(manager, missing);
    shoot(manager, "9-figures");
  }

  /** However many moved it and however fast, the page that stayed open ends as a new one begins. */
  private void endsRight() {
    Page anew = manager.context().newPage();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              anew.navigate(network.figures().toString());
              assertThat(numbers(manager)).isEqualTo(numbers(anew));
            });
    anew.close();
  }

  private static List<String> numbers(Page page) {
    return page.locator("#figures td.number, .tiles strong").allTextContents();
  }

  private Page person(String login, URI begin) {
    return chromium.person(network.machine(), login, begin, scripts);
  }

  /** Opens from 今日 what waits under the number of this case; told in clicks. */
  private int opens(Page page) {
    Locator row = Chromium.row(page, number);
    Hands.comes(page, row, scripts);
    row.getByRole(AriaRole.BUTTON).first().click();
    assertThat(page.locator("main")).containsText("次にすること");
    return 1;
  }

  private Locator task(String what) {
    return Chromium.row(shakyo, number)
        .filter(new Locator.FilterOptions().setHasText(what))
        .locator("th");
  }

  /** The row of this case in the desk's queue; with scripts it is told without reloading. */
  private Locator seen(String because) {
    Instant decided = recorded(because);
    if (scripts) {
      assertThat(desk.locator("#news")).isVisible();
      await().atMost(SOON).until(() -> heard().stream().anyMatch(at -> !at.isBefore(decided)));
      Instant told = heard().stream().filter(at -> !at.isBefore(decided)).findFirst().orElseThrow();
      tells(
          "ms from " + because + " to the open queue", Duration.between(decided, told).toMillis());
      assertThat(Duration.between(decided, told)).isLessThan(SOON);
      desk.locator("#news a").click();
    }
    Locator row = Chromium.row(desk, number);
    Hands.until(desk, row);
    return row;
  }

  private List<Instant> heard() {
    return ((List<?>) desk.evaluate("() => window.heard"))
        .stream().map(at -> Instant.ofEpochMilli(((Number) at).longValue())).toList();
  }

  private Instant recorded(String type) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                network
                    .gateway(DESK)
                    .get("/api/cases/" + caseId + "/timeline")
                    .body()
                    .path("events")
                    .valueStream()
                    .filter(event -> event.path("type").path("code").asString().equals(type))
                    .map((JsonNode event) -> event.path("recordedAt").asString())
                    .map(at -> OffsetDateTime.parse(at).toInstant())
                    .findFirst()
                    .orElse(Instant.MAX),
            at -> at.isBefore(Instant.MAX));
  }

  /** The page moved by itself: it was not loaded anew. */
  private void stayed() {
    if (scripts) {
      assertThat(manager.evaluate("() => window.stayed === true")).isEqualTo(true);
    }
  }

  private int numberBegun() {
    return Integer.parseInt(manager.locator(".tiles strong").first().innerText().strip());
  }

  private String ofCase(AgencyId agency, String place) {
    return network.window(agency, "/window/cases/" + caseId + "/" + place).toString();
  }

  private void tells(String what, long number) {
    reporter.publishEntry(what, String.valueOf(number));
    Chromium.note(what + ": " + number);
  }

  private void shoot(Page page, String name) {
    if (scripts) {
      Chromium.shoot(page, "story-" + name);
    }
  }

  private void picture(Page page, String name) {
    if (scripts) {
      Chromium.forReadme(page, name);
    }
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
