package jp.tsunagu.compose.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.endtoend.Replayed.Replay;
import jp.tsunagu.compose.ledger.CombinationTable;
import jp.tsunagu.stats.recount.RecountCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The statistics of a replay, asked a year later by a manager after a second start on the same
 * data: 立川市's own table of 令和2年度, row by row.
 */
@Order(3)
@Isolated(Replayed.ALONE)
@Tag("slow")
@ExtendWith(Replayed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayCountsAsTheCityPrintedTest {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final CombinationTable PRINTED = CombinationTable.fiscal2020();
  private static final int COMBINATIONS = 31;
  private static final int RECEIVED_BY_THE_DESK_ITSELF = 6;

  private final HttpClient http = HttpClient.newHttpClient();
  private OwnProcess again;

  @BeforeAll
  void a_year_passes_and_everything_is_started_again(Replay replay) throws IOException {
    assertThat(replay.printed()).contains("統計: OK — 行の順も一致");
    var output = replay.data().resolveSibling("again.txt");
    again = OwnProcess.start(replay.data(), output, "--advance", "P366D");
    await().atMost(START).until(() -> again.printed().contains("準備完了"));
  }

  @AfterAll
  void it_stops_in_time() throws Exception {
    try (var process = again;
        http) {
      process.terminate();
      assertThat(process.endsWithin(STOP)).as("stopped within 10 s").isTrue();
      assertThat(process.printed()).contains("終了しました");
    }
  }

  /** A first start on an empty folder with the load of a year, until it was told to stop. */
  @Test
  void the_log_of_a_healthy_first_load_is_quiet(Replay replay) throws IOException {
    assertThat(LogLine.of(replay.data().resolve("logs/tsunagu.log")))
        .filteredOn(line -> line.level().equals("INFO"))
        .isNotEmpty();
    assertThat(
            LogLine.of(replay.data().resolve("logs/tsunagu.log")).stream()
                .takeWhile(line -> !line.thread().equals("tsunagu-shutdown"))
                .filter(LogLine::isTrouble))
        .as("what warns in a healthy start is mended, or kept out of the log with its reason")
        .isEmpty();
  }

  private record Row(String label, long count) {}

  @Test
  void all_26_printed_rows_come_first_in_their_order_then_five_zeros_and_the_sum() {
    var rows = column(2020, "new");
    assertThat(rows).hasSize(COMBINATIONS + 1);
    assertThat(rows.subList(0, PRINTED.rows().size())).isEqualTo(printed());
    assertThat(rows.subList(PRINTED.rows().size(), COMBINATIONS))
        .extracting(Row::label)
        .containsExactly("高齢・介護/子ども/障害/困窮", "高齢・介護/子ども/困窮/その他", "子ども/障害/困窮", "障害/困窮/その他", "子ども/障害");
    assertThat(rows.subList(PRINTED.rows().size(), COMBINATIONS))
        .extracting(Row::count)
        .containsOnly(0L);
    assertThat(rows.getLast()).isEqualTo(new Row("計", PRINTED.total()));
  }

  @Test
  void both_files_for_a_spreadsheet_hold_the_same_rows() throws Exception {
    var lines =
        PRINTED.rows().stream().map(row -> row.label() + "," + row.count() + ",0,0").toList();
    for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
      var format = charset.equals(StandardCharsets.UTF_8) ? "CSV" : "CSV_WINDOWS_31J";
      var file = new String(file(2020, format), charset).lines().toList();
      assertThat(file).containsSubsequence(lines);
      assertThat(file).containsSubsequence("計,72,0,0", file.getLast());
      assertThat(file.getLast()).startsWith("※ 相談の種類 令和2年度").contains("集計時点");
    }
  }

  @Test
  void the_year_before_has_no_case_and_the_year_after_carries_over_what_the_desk_still_holds() {
    assertThat(column(2019, "new")).extracting(Row::count).containsOnly(0L);
    assertThat(column(2021, "new")).extracting(Row::count).containsOnly(0L);
    assertThat(column(2021, "carriedOver").getLast())
        .isEqualTo(new Row("計", RECEIVED_BY_THE_DESK_ITSELF));
    assertThat(column(2020, "carriedOver").getLast().count()).isZero();
  }

  @Test
  void every_number_has_its_cases() {
    var reply = statistics().get("/api/tables/consultations/cases?year=2020&limit=200");
    var cases =
        StreamSupport.stream(reply.body().path("rows").spliterator(), false)
            .map(row -> row.path("caseId").asString(""))
            .collect(Collectors.toSet());
    assertThat(cases).hasSize(PRINTED.total()).doesNotContainAnyElementsOf(Set.of(""));
  }

  @Test
  void the_days_of_the_replay_show_every_case_begun_once() {
    var reply = statistics().get("/api/flow?from=2020-06-01&until=2020-06-30");
    var begun =
        StreamSupport.stream(reply.body().path("rows").spliterator(), false)
            .filter(row -> row.path("coordinator").asString("").equals("全体"))
            .mapToLong(row -> row.path("opened").asLong(0))
            .sum();
    assertThat(begun).isEqualTo(PRINTED.total());
  }

  @Test
  void a_recount_from_the_first_event_gives_the_same_figures(Replay replay) {
    var ports = again.ports();
    await()
        .atMost(START)
        .until(
            () ->
                RecountCommand.run(
                    RecountCommand.NAME,
                    "--spring.config.additional-location=file:"
                        + replay.data().resolve("clients/statistics.properties"),
                    "--tsunagu.stats.instances=127.0.0.1:" + ports.statistics()),
            exitCode -> exitCode == 0);
  }

  private static List<Row> printed() {
    return PRINTED.rows().stream().map(row -> new Row(row.label(), row.count())).toList();
  }

  private List<Row> column(int year, String column) {
    var reply = statistics().get("/api/tables/consultations?year=" + year);
    assertThat(reply.status()).isEqualTo(200);
    return StreamSupport.stream(reply.body().path("rows").spliterator(), false)
        .map(row -> new Row(row.path("fields").asString(""), row.path(column).asLong(-1)))
        .toList();
  }

  private byte[] file(int year, String format) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                address().resolve("/api/tables/consultations?year=" + year + "&format=" + format))
            .header("Authorization", "Bearer " + SampleCity.MANAGER_TOKEN)
            .build();
    return http.send(request, BodyHandlers.ofByteArray()).body();
  }

  private ServiceClient statistics() {
    return new ServiceClient(http, address(), SampleCity.MANAGER_TOKEN);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + again.ports().statistics());
  }
}
