package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.record.Cases;
import jp.tsunagu.connector.record.Projection;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.record.Task;
import jp.tsunagu.connector.record.TaskChanges;
import jp.tsunagu.connector.record.WaitingQuery;
import jp.tsunagu.connector.record.Waits;
import jp.tsunagu.connector.testing.PageClient;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.ToldCase;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** 今日 of an agency for which more waits than one sees: 23 things of every kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TodayPageTest {

  private static final String TODAY = "/agencies/shakyo/";
  private static final int MANY = 23;
  private static final int SHOWN = 20;

  /** All times are told from here, so that the order of ids says nothing about urgency. */
  private final Instant now = Instant.now();

  private final Random random = new Random(3);
  private TestApi api;
  private PageClient pages;
  private AgencyDatabase database;

  @BeforeAll
  void start(@TempDir Path directory) {
    api = new TestApi(directory, Map.of());
    pages = new PageClient(api);
    database = api.bean(Databases.class).of(SHAKYO);
    database.runInTransaction(
        () -> {
          for (int i = 0; i < MANY; i++) {
            oneOfEach(Duration.ofHours(random.nextInt(40) + 1L));
          }
        });
  }

  @AfterAll
  void stop() {
    pages.close();
    api.close();
  }

  private void oneOfEach(Duration hours) {
    ToldCase told = new ToldCase(this::fold, random, now.minus(Duration.ofDays(10)));
    told.sent(HIGASHI, SHAKYO, now.minus(hours));
    told.sent(HIGASHI, SHAKYO, now.plus(hours));
    told.sent(HIGASHI, SHAKYO, now.plus(Duration.ofDays(9)).plus(hours));
    ReferralId opened = told.sent(HIGASHI, SHAKYO, now.plus(Duration.ofDays(9)));
    told.add(SHAKYO, header -> new ReferralOpened(header, opened));
    ReferralId accepted = told.sent(HIGASHI, SHAKYO);
    told.add(SHAKYO, header -> new ReferralAccepted(header, accepted, null));
    ReferralId asked = told.sent(SHAKYO, HIGASHI, now.plus(hours));
    told.add(HIGASHI, header -> new InformationRequested(header, asked, null));
    ReferralId declined = told.sent(SHAKYO, HIGASHI);
    told.add(HIGASHI, header -> new ReferralDeclined(header, declined, "CAPACITY", null));
    TaskChanges tasks = new TaskChanges(database);
    tasks.open(
        Task.Kind.FILE_MEETING_REPORT,
        told.caseId(),
        new MeetingRequestId(new UUID(random.nextLong(), random.nextLong())),
        new MeetingId("shien.2026-12-08"),
        now.minus(Duration.ofDays(1)),
        Optional.of(now.plus(hours)));
    tasks.write();
  }

  private void fold(CaseEvent event) {
    Cases cases = api.bean(Projection.class).open(database, List.of(event.header().caseId()));
    cases.apply(event);
    cases.write();
  }

  @Test
  void of_each_kind_the_most_pressing_are_shown_and_the_rest_is_counted() {
    String page = pages.get(SHAKYO, TODAY).body();
    assertThat(page)
        .contains(
            "■ 期限を過ぎています 23件のうち、急ぐ順に",
            "▲ 期限が近い 23件のうち、急ぐ順に",
            "● まだ開いていません 23件のうち、急ぐ順に",
            "？ 照会に答える 23件のうち、急ぐ順に",
            "↩ 断られたもの 23件のうち、急ぐ順に",
            "◆ ほかにすること 23件のうち、急ぐ順に")
        .as("opened and accepted ones wait for nothing today")
        .contains(">46件</a> あります");
    assertThat(found(page, "ほかに (\\d+)件。全部を見る")).containsOnly("3").hasSize(6);
    assertThat(found(page, "<tr[ >].*?<th scope=\"row\">")).hasSize(6 * SHOWN);
  }

  @Test
  void what_has_waited_longest_is_first_and_the_link_leads_to_exactly_those() {
    String page = pages.get(SHAKYO, TODAY).body();
    for (Waits why : Waits.values()) {
      List<String> all = waiting(why, 100);
      assertThat(all).as(why.name()).hasSize(MANY).doesNotHaveDuplicates();
      assertThat(page).as("in this order").containsSubsequence(all.subList(0, SHOWN));
      assertThat(page).as("and no other").doesNotContain(all.subList(SHOWN, MANY));
      assertThat(followed(link(page, why.name()), "window/referrals/([0-9a-f-]{36})\""))
          .as("all of %s, on pages, and nothing else", why)
          .isEqualTo(all);
    }
  }

  @Test
  void what_is_to_be_done_beside_them_has_a_list_too_whose_day_is_next_first() {
    String list = "/agencies/shakyo/window/tasks";
    assertThat(pages.get(SHAKYO, TODAY).body()).contains(list + "\"");
    List<String> days = followed(list, "<time(?=[^>]*class=\"left\")[^>]*datetime=\"([^\"]+)\"");
    assertThat(days).hasSize(MANY).isSorted();
    assertThat(pages.get(SHAKYO, list + "?cursor=nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void the_database_says_of_every_referral_why_it_waits_as_the_rule_does() {
    Records records = api.bean(Records.class);
    List<ReferralView> open = new ArrayList<>();
    for (Side side : List.of(Side.RECEIVER, Side.SENDER)) {
      open.addAll(
          records.referrals(SHAKYO, new ReferralQuery(side, null, true, null, null, 1_000)));
    }
    for (WaitReason reason : EnumSet.range(WaitReason.OVERDUE, WaitReason.QUESTION)) {
      Waits why = reason == WaitReason.ARRIVAL ? Waits.UNOPENED : Waits.valueOf(reason.name());
      assertThat(waiting(why, 1_000))
          .as(reason.name())
          .containsExactlyInAnyOrderElementsOf(
              open.stream()
                  .filter(view -> view.waitsFor(now).filter(reason::equals).isPresent())
                  .map(TodayPageTest::id)
                  .toList());
    }
  }

  private List<String> waiting(Waits why, int limit) {
    WaitingQuery.Whose whose =
        new WaitingQuery.Whose(null, false, now, now.minus(Duration.ofDays(60)));
    return api
        .bean(Records.class)
        .waiting(SHAKYO, new WaitingQuery(why, whose, null, null, limit))
        .stream()
        .map(TodayPageTest::id)
        .toList();
  }

  private static String id(ReferralView view) {
    return view.referral().referralId().toString();
  }

  private static String link(String page, String code) {
    return found(page, "href=\"([^\"]*stage=" + code + ")\"").getFirst().replace("&amp;", "&");
  }

  /** What stands on a list, page after page. */
  private List<String> followed(String list, String what) {
    List<String> all = new ArrayList<>();
    String next = list;
    while (next != null) {
      String page = pages.get(SHAKYO, next).body();
      List<String> here = found(page, what);
      assertThat(here).hasSizeBetween(1, ListPages.LENGTH);
      all.addAll(here);
      next =
          found(page, "href=\"([^\"]*cursor=[^\"]*)\"").stream()
              .findFirst()
              .map(link -> link.replace("&amp;", "&"))
              .orElse(null);
    }
    return all;
  }

  private static List<String> found(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    return matcher
        .results()
        .map((MatchResult each) -> each.groupCount() == 0 ? each.group() : each.group(1))
        .toList();
  }
}
