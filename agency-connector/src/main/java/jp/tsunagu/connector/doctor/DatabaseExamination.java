package jp.tsunagu.connector.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jp.tsunagu.runtime.broker.CommandSettings;
import jp.tsunagu.runtime.doctor.Examination;
import jp.tsunagu.runtime.doctor.Finding;

/** Whether the connector's PostgreSQL lets it in, and whether its clock and this one agree. */
record DatabaseExamination(CommandSettings settings, Clock clock) implements Examination {

  private static final String CLOCKS = "時計とデータベース (clock, database)";
  private static final Duration DIFFERENCE = Duration.ofSeconds(2);
  private static final int PATIENCE_SECONDS = 10;

  @Override
  public String what() {
    return "データベース (database)";
  }

  @Override
  public List<Finding> look() {
    DriverManager.setLoginTimeout(PATIENCE_SECONDS);
    try (Connection connection =
            DriverManager.getConnection(
                settings.get("spring.datasource.url").orElse(""),
                settings.get("spring.datasource.username").orElse(""),
                settings.get("spring.datasource.password").orElse(""));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select clock_timestamp()")) {
      row.next();
      return List.of(
          Finding.good(what(), "つながります"),
          clocks(row.getObject(1, OffsetDateTime.class).toInstant()));
    } catch (SQLException failed) {
      return List.of(
          Finding.bad(
              what(),
              "つながりません(SQLSTATE " + failed.getSQLState() + ")",
              "PostgreSQL が動いているか、設定 spring.datasource.* を確かめてください。"));
    }
  }

  private Finding clocks(Instant there) {
    Duration apart = Duration.between(there, clock.instant()).abs();
    return apart.compareTo(DIFFERENCE) > 0
        ? Finding.bad(CLOCKS, apart.toSeconds() + "秒違います", "両方の機械の時刻合わせ(NTP)を確かめてください。")
        : Finding.good(CLOCKS, "合っています");
  }
}
