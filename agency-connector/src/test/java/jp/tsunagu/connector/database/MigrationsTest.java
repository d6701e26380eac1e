package jp.tsunagu.connector.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagu.connector.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A start brings the tables up to date, however busy the database is. */
class MigrationsTest {

  /** The first is given, the one after it takes longer than the pool lets anybody wait. */
  private static final class Slow extends DelegatingDataSource {
    private final AtomicInteger asked = new AtomicInteger();

    Slow(String url) {
      super(new DriverManagerDataSource(url));
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (asked.incrementAndGet() == 2) {
        throw new SQLTransientConnectionException("not available, timed out");
      }
      return super.getConnection();
    }
  }

  @Test
  void a_connection_that_comes_late_is_waited_for() {
    String url = TestPostgres.freshDatabase();
    Slow slow = new Slow(url);
    Migrations.newest(slow, "agency_a", Migrations.AGENCY);
    assertThat(slow.asked).as("the late one was asked for again").hasValueGreaterThan(2);
    assertThat(
            JdbcClient.create(new DriverManagerDataSource(url))
                .sql("select count(*) from agency_a.outbox")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void one_step_back_an_older_program_goes_on_with_the_tables_of_a_newer_one() {
    var database = new DriverManagerDataSource(TestPostgres.freshDatabase());
    Migrations.ofAgency(database, "agency_a");
    JdbcClient client = JdbcClient.create(database);
    client
        .sql(
            """
            insert into agency_a.flyway_schema_history
              (installed_rank, version, description, type, script, installed_by, execution_time, success)
            values (99, '99', 'newer', 'SQL', 'V99__newer.sql', 'newer', 1, true)
            """)
        .update();
    Migrations.ofAgency(database, "agency_a");
    assertThat(
            client
                .sql("select count(*) from agency_a.flyway_schema_history where version = '99'")
                .query(Long.class)
                .single())
        .isOne();
  }
}
