package jp.tsunagu.compose.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.contract.id.AgencyId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * One household from the first sheet to the figures, by people who log in and use nothing but
 * pages. What it took is reported; the limits here are generous, as tests run on busy machines.
 */
@Tag("slow")
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith({LoudWithoutChromium.class, RunningNetwork.class})
class StoryInTheBrowserTest {

  private static final String NAME = "鷽沢 綾乃";
  private static final String KANA = "うそざわ あやの";
  private static final int MOST_FIELDS = 25;
  private static final Duration LONGEST_TYPING = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(30);

  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @Test
  void a_household_goes_from_window_to_window_and_everybody_sees_it(
      Network network, TestReporter reporter) {
    Story story = new Story(network, reporter, true);
    story.the_desk_watches_its_queue();
    story.hokatsu_writes_a_sheet();
    story.the_desk_sees_it_and_assigns_it(SHOGAI_SOUDAN);
    story.shogai_soudan_declines();
    story.the_desk_sends_it_on();
    story.shakyo_accepts();
    story.the_manager_sees_it();
  }

  @Test
  void it_goes_the_same_way_without_scripts(Network network, TestReporter reporter) {
    Story story = new Story(network, reporter, false);
    story.hokatsu_writes_a_sheet();
    story.the_desk_sees_it_and_assigns_it(SHOGAI_SOUDAN);
    story.shogai_soudan_declines();
    story.the_desk_sends_it_on();
    story.shakyo_accepts();
  }

  private static final class Story {
    private final Network network;
    private final TestReporter reporter;
    private final boolean scripts;
    private final Page desk;
    private String number = "";
    private String caseId = "";

    Story(Network network, TestReporter reporter, boolean scripts) {
      this.network = network;
      this.reporter = reporter;
      this.scripts = scripts;
      this.desk = person("desk-1", network.machine().gateway().resolve("/desk/"));
    }

    void the_desk_watches_its_queue() {
      assertThat(desk.locator("#live .word")).hasText("つながっています");
      desk.evaluate(
          """
          () => {
            window.heard = [];
            document.addEventListener("tsunagu:news", () => window.heard.push(Date.now()));
          }
          """);
    }

    void hokatsu_writes_a_sheet() {
      Page page = person("hokatsu-1", window(HOKATSU, "/"));
      page.getByRole(AriaRole.LINK, name("つなぐシートを書く")).first().click();
      TypedSheet sheet =
          new TypedSheet(page).about(NAME, KANA).toNobody(DESK, SHOGAI_SOUDAN, SHAKYO);
      tells("fields of a sheet", sheet.fields());
      tells("seconds of typing", sheet.typing().toSeconds());
      assertThat(sheet.fields()).isLessThanOrEqualTo(MOST_FIELDS);
      assertThat(sheet.typing()).isLessThanOrEqualTo(LONGEST_TYPING);
      Chromium.forReadme(page, "sheet");
      page.getByRole(AriaRole.BUTTON, name("登録する")).click();
      assertThat(page).hasURL(Pattern.compile(".*/window/cases/[0-9a-f-]+.*"));
      number = page.locator("h1").innerText();
      caseId = page.url().replaceAll(".*/cases/([0-9a-f-]+).*", "$1");
      shoot(page, "1-written");
    }

    void the_desk_sees_it_and_assigns_it(AgencyId receiver) {
      Locator row = seen("SheetSubmitted");
      Chromium.forReadme(desk, "queue");
      shoot(desk, "2-queue");
      row.locator("td.act a").click();
      shoot(desk, "2-candidates");
      desk.locator("tr[data-agency='" + receiver + "'] a").click();
      desk.getByRole(AriaRole.BUTTON, name("開封して読む")).click();
      assertThat(desk.locator("main")).containsText(NAME);
      assertThat(desk.locator("#f-receiver")).hasValue(receiver.value());
      shoot(desk, "2-triage");
      sends(desk, "振り分ける(調整窓口)");
      watchAgain();
    }

    void shogai_soudan_declines() {
      Page page = opened("shogai-soudan-1", SHOGAI_SOUDAN);
      Chromium.forReadme(page, "referral");
      shoot(page, "3-read");
      next(page, "受入不可と答える");
      choose(page, "reason", "NOT_ELIGIBLE");
      sends(page, "受入不可と答える");
      shoot(page, "3-declined");
    }

    void the_desk_sends_it_on() {
      Locator row = seen("ReferralDeclined");
      assertThat(row).containsText("戻ってきた連絡");
      shoot(desk, "3-queue");
      String before = leg(DESK, SHOGAI_SOUDAN);
      notYetAPage(
          DESK,
          "/referrals",
          """
          {"caseId": "%s", "receiver": "shakyo", "mode": "協働", "urgency": "通常", "continues": "%s"}
          """
              .formatted(caseId, before));
    }

    void shakyo_accepts() {
      Page page = opened("shakyo-1", SHAKYO);
      next(page, "受理する");
      sends(page, "受理する");
      assertThat(page.locator(".ladder li.done").last()).containsText("受理");
      shoot(page, "4-accepted");
    }

    void the_manager_sees_it() {
      URI figures = network.machine().statistics().orElseThrow().resolve("/figures/");
      Page page = person("manager", figures);
      assertThat(page.locator(".tiles")).containsText("開始した相談");
      Chromium.forReadme(page, "figures");
      shoot(page, "5-figures");
    }

    private Page person(String login, URI begin) {
      return chromium.person(network.machine(), login, begin, scripts);
    }

    /** Somebody of an agency opens what waits under the number of this case. */
    private Page opened(String login, AgencyId agency) {
      Page page = person(login, window(agency, "/"));
      Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(number));
      until(page, row);
      row.getByRole(AriaRole.BUTTON).first().click();
      assertThat(page.locator("main")).containsText("次にすること");
      return page;
    }

    /** The row of this case in the desk's queue; with scripts it is told without reloading. */
    private Locator seen(String because) {
      Instant decided = recorded(because);
      if (scripts) {
        assertThat(desk.locator("#news")).isVisible();
        await().atMost(SOON).until(() -> heard().stream().anyMatch(at -> !at.isBefore(decided)));
        Instant told =
            heard().stream().filter(at -> !at.isBefore(decided)).findFirst().orElseThrow();
        tells(
            "ms from " + because + " to the open queue",
            Duration.between(decided, told).toMillis());
        assertThat(Duration.between(decided, told)).isLessThan(SOON);
        desk.locator("#news a").click();
      }
      Locator row = desk.locator("tr", new Page.LocatorOptions().setHasText(number));
      until(desk, row);
      return row;
    }

    private void watchAgain() {
      desk.navigate(network.machine().gateway().resolve("/desk/").toString());
      if (scripts) {
        the_desk_watches_its_queue();
      }
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

    private String leg(AgencyId seenBy, AgencyId receiver) {
      return network
          .agency(seenBy)
          .service()
          .get("/referrals?limit=200")
          .body()
          .path("referrals")
          .valueStream()
          .filter(leg -> leg.path("caseId").asString().equals(caseId))
          .filter(leg -> leg.path("receiver").path("id").asString().equals(receiver.value()))
          .map(leg -> leg.path("referralId").asString())
          .findFirst()
          .orElseThrow();
    }

    private void notYetAPage(AgencyId agency, String path, String form) {
      var reply =
          network
              .agency(agency)
              .service()
              .post(
                  path + "?wait=20",
                  form,
                  java.util.Map.of("Idempotency-Key", java.util.UUID.randomUUID().toString()));
      assertThat(reply.isSuccess()).as("%s %s: %s %s", agency, path, reply, reply.body()).isTrue();
    }

    private URI window(AgencyId agency, String path) {
      return URI.create(network.machine().connector() + "/agencies/" + agency + path);
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
  }

  private static void next(Page page, String title) {
    page.locator(".choices a").getByText(title).click();
  }

  private static void sends(Page page, String title) {
    page.locator("#doing").getByRole(AriaRole.BUTTON).getByText(title).click();
    assertThat(page.locator("#problems")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile(".*[?&]done=.*"));
  }

  private static void choose(Page page, String name, String code) {
    Locator choice = page.locator("[name='" + name + "'][value='" + code + "']");
    if (choice.count() > 0) {
      choice.check();
    } else {
      page.locator("select[name='" + name + "']").selectOption(code);
    }
  }

  /** Looks again until it is there, as somebody without scripts does. */
  private static void until(Page page, Locator wanted) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              if (wanted.count() == 0) {
                page.reload();
              }
              return wanted.count() > 0;
            });
  }

  private static Page.GetByRoleOptions name(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
