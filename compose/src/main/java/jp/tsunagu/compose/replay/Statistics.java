package jp.tsunagu.compose.replay;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.replay.CountedTable.Line;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.runtime.waiting.BoundedWait;

/**
 * The statistics as a manager asks them: 相談の種類 of one year, and what was new since this was made,
 * so that an earlier replay on the same data does not count.
 */
record Statistics(ServiceClient service, FiscalYear year, List<Line> before) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  Statistics {
    before = List.copyOf(before);
  }

  /** The statistics of this network at this moment; none where they do not run. */
  static Optional<Statistics> of(SingleMachine machine, HttpClient http) {
    var year = FiscalYear.of(machine.clock().instant());
    return machine
        .statistics()
        .map(address -> new ServiceClient(http, address, SampleCity.MANAGER_TOKEN))
        .map(service -> new Statistics(service, year, List.of()).begun());
  }

  private Statistics begun() {
    return new Statistics(service, year, lines());
  }

  /**
   * What was counted since then, as soon as it is this much.
   *
   * @throws TimeoutException when it is another number after a minute
   */
  List<Line> increase(int total) throws TimeoutException {
    var now = new ArrayList<Line>();
    BoundedWait.until(
        "the statistics of " + total + " consultations",
        PATIENCE,
        () -> {
          now.clear();
          now.addAll(since(lines()));
          return now.stream().mapToLong(Line::count).sum() == total;
        });
    return List.copyOf(now);
  }

  private List<Line> since(List<Line> now) {
    return now.size() == before.size()
        ? IntStream.range(0, now.size())
            .mapToObj(row -> minus(now.get(row), before.get(row)))
            .toList()
        : List.of();
  }

  private static Line minus(Line now, Line before) {
    return new Line(now.label(), now.count() - before.count());
  }

  /** Without the last row, their sum; empty while the statistics are not ready. */
  private List<Line> lines() {
    var reply = service.get("/api/tables/consultations?year=" + year.startYear());
    var rows =
        StreamSupport.stream(reply.body().path("rows").spliterator(), false)
            .map(row -> new Line(row.path("fields").asString(""), row.path("new").asLong(0)))
            .toList();
    return rows.isEmpty() ? rows : rows.subList(0, rows.size() - 1);
  }
}
