package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagu.compose.waiting.Rest;

/**
 * What PostgreSQL does, by its own counters and by the processor time of its processes; those that
 * ended in between are missing. Its own questions are not counted: they are asked outside.
 */
final class DatabaseMeter implements Meter {
  /** The name of the processor time. */
  static final String CPU = "CPU PostgreSQL, ms";

  private static final String COUNTERS =
      """
      select
        (select coalesce(sum(calls), 0) from pg_stat_statements s
          join pg_database d on d.oid = s.dbid where d.datname <> 'postgres') as "文",
        (select sum(xact_commit + xact_rollback) from pg_stat_database
          where datname <> 'postgres') as "トランザクション",
        (select sum(tup_inserted) from pg_stat_database) as "挿入した行",
        (select sum(tup_updated) from pg_stat_database) as "更新した行",
        (select sum(fsyncs) from pg_stat_io where object = 'wal') as "WAL fsync",
        (select wal_records from pg_stat_wal) as "WAL記録",
        (select wal_bytes / 1000 from pg_stat_wal) as "WAL, kB"
      """;

  private final Connection administration;
  private final Path directory;
  private final Duration settling;
  private Map<String, Double> before = Map.of();
  private long processorBefore;

  /**
   * A meter.
   *
   * @param administration a connection that only this uses
   * @param directory where {@code postmaster.pid} stands
   * @param settling how long is waited for the counters: a connection tells what it did after 10 s
   *     without anything to do at the latest
   */
  DatabaseMeter(Connection administration, Path directory, Duration settling) throws SQLException {
    this.settling = settling;
    this.administration = administration;
    this.directory = directory;
    try (var statement = administration.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
    }
  }

  @Override
  public void begin() {
    Rest.of(settling);
    before = counters();
    processorBefore = ProcessorClock.family(processId());
  }

  @Override
  public Map<String, Double> spent() {
    var processor = ProcessorClock.family(processId()) - processorBefore;
    Rest.of(settling);
    var spent = new LinkedHashMap<String, Double>();
    spent.put(CPU, processor / 1e6);
    counters().forEach((name, now) -> spent.put(name, now - before.getOrDefault(name, 0.0)));
    return spent;
  }

  private Map<String, Double> counters() {
    try (var statement = administration.createStatement();
        var row = statement.executeQuery(COUNTERS)) {
      row.next();
      var counters = new LinkedHashMap<String, Double>();
      var columns = row.getMetaData();
      for (var column = 1; column <= columns.getColumnCount(); column++) {
        counters.put(columns.getColumnLabel(column), row.getDouble(column));
      }
      return counters;
    } catch (SQLException exception) {
      throw new IllegalStateException("the database does not tell its counters", exception);
    }
  }

  /** The first line of the file. */
  private long processId() {
    try (var lines = Files.lines(directory.resolve("postmaster.pid"))) {
      return lines.findFirst().map(String::strip).map(Long::valueOf).orElse(-1L);
    } catch (IOException exception) {
      throw new UncheckedIOException("the database does not run in " + directory, exception);
    }
  }
}
