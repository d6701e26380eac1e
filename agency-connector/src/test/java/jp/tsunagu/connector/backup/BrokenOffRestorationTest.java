package jp.tsunagu.connector.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import jp.tsunagu.connector.database.Migrations;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A restoration of an agency's record breaks off wherever it talks to the database anew. */
class BrokenOffRestorationTest {

  private static final AgencyId AGENCY = new AgencyId("ab");
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private final DriverManagerDataSource database =
      new DriverManagerDataSource(TestPostgres.freshDatabase());
  private final JdbcClient jdbc = JdbcClient.create(database);

  /** Whoever asks it for a connection after that many is killed. */
  private final class Mortal extends DelegatingDataSource {
    private int left;

    Mortal(int connections) {
      super(database);
      left = connections;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (left-- == 0) {
        throw new Killed();
      }
      return super.getConnection();
    }
  }

  private static final class Killed extends RuntimeException {}

  @Test
  void there_is_nothing_or_all_of_it_with_its_mark_and_the_next_one_is_whole(@TempDir Path folder)
      throws Exception {
    Migrations.ofAgency(database, "agency_ab");
    new AgencyBackup(database, AGENCY).write(folder.resolve("backup"), NOW);
    jdbc.sql("drop schema agency_ab cascade").update();

    int killed = 0;
    while (isKilled(folder.resolve("backup"), killed)) {
      assertThat(schemas()).as("killed before connection %d", killed).isZero();
      killed++;
    }
    assertThat(killed).as("places where it can break off").isGreaterThan(3);
    assertThat(schemas()).isOne();
    assertThat(
            jdbc.sql("select count(*) from agency_ab.own_restoration where caught_up_at is null")
                .query(Long.class)
                .single())
        .isOne();
    assertThat(
            jdbc.sql("select to_regnamespace('restoring_agency_ab') is null")
                .query(Boolean.class)
                .single())
        .isTrue();
    Migrations.ofAgency(database, "agency_ab");
    assertThatThrownBy(() -> new AgencyBackup(database, AGENCY).read(folder.resolve("backup")))
        .isInstanceOf(UnusableBackup.class);
  }

  private boolean isKilled(Path backup, int connections) throws Exception {
    try {
      new AgencyBackup(new Mortal(connections), AGENCY).read(backup);
      return false;
    } catch (Killed _) {
      return true;
    }
  }

  private long schemas() {
    return jdbc.sql("select count(*) from pg_namespace where nspname = 'agency_ab'")
        .query(Long.class)
        .single();
  }
}
