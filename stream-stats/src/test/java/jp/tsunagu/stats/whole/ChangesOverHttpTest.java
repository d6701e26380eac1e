package jp.tsunagu.stats.whole;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.testing.CaseStory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a screen relies on that is told of changes and was away for a moment. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangesOverHttpTest {

  private static final String HEARTBEAT = "tsunagu.stats.heartbeat";
  private static final Clock CLOCK =
      Clock.fixed(CaseStory.tokyo("2026-09-10T12:00"), TokyoTime.ZONE);

  private Path folder;
  private CityBroker city;
  private RunningStats stats;
  private int cases;

  @BeforeAll
  void start(@TempDir Path whole) {
    folder = whole;
    System.setProperty(HEARTBEAT, "700ms");
    city = new CityBroker();
    stats = new RunningStats(city, folder.resolve("first"), CLOCK);
    await().atMost(SOON).until(() -> stats.get("desk", "/api/caseload").statusCode() == 200);
  }

  @AfterAll
  void stop() {
    stats.close();
    city.close();
    System.clearProperty(HEARTBEAT);
  }

  @Test
  @Order(1)
  void a_reader_that_comes_back_gets_exactly_what_it_missed() {
    try (EventStream always = EventStream.open(stats, null)) {
      String last;
      try (EventStream leaving = EventStream.open(stats, null)) {
        await().atMost(SOON).until(() -> !leaving.events.isEmpty() && !always.events.isEmpty());
        assertThat(leaving.events).extracting(EventStream.Event::name).containsExactly("reset");
        happens("area-1", leaving, always);
        last = leaving.events.getLast().id();
      }
      happens("area-2", always);
      happens("area-3", always);
      try (EventStream back = EventStream.open(stats, last)) {
        happens("area-4", back, always);
        await()
            .atMost(SOON)
            .untilAsserted(() -> assertThat(back.events).isEqualTo(always.after(last)));
        assertThat(back.events).extracting(EventStream.Event::name).containsOnly("changed");
        assertThat(back.saw("now/area/area-1")).isFalse();
        assertThat(back.saw("now/area/area-2") && back.saw("now/area/area-3")).isTrue();
      }
    }
  }

  @Test
  @Order(2)
  void who_saw_everything_is_told_nothing_until_something_happens() {
    String last;
    try (EventStream first = EventStream.open(stats, null)) {
      await().atMost(SOON).until(() -> !first.events.isEmpty());
      last = first.events.getLast().id();
    }
    try (EventStream again = EventStream.open(stats, last)) {
      await().atMost(SOON).until(() -> again.comments.contains("alive"));
      assertThat(again.events).isEmpty();
      happens("area-5", again);
    }
  }

  @Test
  @Order(3)
  void an_id_that_is_none_of_this_life_is_told_to_ask_for_everything() {
    for (String id : List.of("0123abcd-3", "", "-1", "nonsense")) {
      try (EventStream stream = EventStream.open(stats, id)) {
        await().atMost(SOON).until(() -> !stream.events.isEmpty());
        assertThat(stream.events.getFirst().name()).as(id).isEqualTo("reset");
      }
    }
  }

  @Test
  @Order(4)
  void a_connection_that_died_is_noticed_by_the_heartbeat_alone() {
    EventStream stream = EventStream.open(stats, null);
    await().atMost(SOON).until(() -> stream.comments.contains("alive"));
    await().atMost(SOON).until(() -> readers() == 1);
    stream.close();
    await().atMost(SOON).until(() -> readers() == 0);
  }

  @Test
  @Order(5)
  void an_id_of_an_earlier_life_gives_a_reset() {
    EventStream before = EventStream.open(stats, null);
    await().atMost(SOON).until(() -> !before.events.isEmpty());
    String last = before.events.getLast().id();
    stats.close();
    stats = new RunningStats(city, folder.resolve("second"), CLOCK);
    try (EventStream stream = EventStream.open(stats, last)) {
      await().atMost(SOON).until(() -> !stream.events.isEmpty());
      assertThat(stream.events.getFirst().name()).isEqualTo("reset");
      assertThat(stream.events.getFirst().id()).isNotEqualTo(last);
    }
  }

  @Test
  @Order(6)
  void each_of_two_instances_tells_of_every_change_and_pages_go_on_at_the_other() {
    try (RunningStats other = new RunningStats(city, folder.resolve("third"), CLOCK, "stats-2")) {
      await().atMost(SOON).until(() -> other.get("desk", "/api/caseload").statusCode() == 200);
      await().atMost(SOON).until(() -> stats.get("desk", "/api/caseload").statusCode() == 200);
      try (EventStream one = EventStream.open(stats, null);
          EventStream two = EventStream.open(other, null)) {
        await().atMost(SOON).until(() -> !one.events.isEmpty() && !two.events.isEmpty());
        for (int i = 0; i < 6; i++) {
          happens("shared-" + i, one, two);
        }
      }
      assertThat(pages(stats, other)).isEqualTo(pages(other, stats)).hasSize(cases);
    }
  }

  /** All cases of the yearly table, a page from each in turn. */
  private List<String> pages(RunningStats... instances) {
    List<String> rows = new ArrayList<>();
    @Nullable String cursor = "";
    for (int page = 0; cursor != null; page++) {
      JsonNode read =
          JsonMapper.shared()
              .readTree(
                  instances[page % instances.length]
                      .get("desk", "/api/tables/consultations/cases?year=2026&limit=4" + cursor)
                      .body());
      read.path("rows").valueStream().forEach(row -> rows.add(row.path("caseId").asString()));
      JsonNode next = read.path("nextCursor");
      cursor = next.isMissingNode() ? null : "&cursor=" + next.asString();
    }
    return rows;
  }

  private long readers() {
    return stats
        .get("", "/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("tsunagu_stats_change_readers"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private void happens(String area, EventStream... told) {
    cases++;
    city.append(
        new CaseStory(cases).at("2026-09-10T11:00").received("desk", area, Field.OTHER).events());
    for (EventStream stream : told) {
      await().atMost(SOON).until(() -> stream.saw("now/area/" + area));
    }
  }
}
