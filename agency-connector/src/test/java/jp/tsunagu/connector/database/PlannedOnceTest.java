package jp.tsunagu.connector.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection of its own, whose prepared statements the server lists. */
class PlannedOnceTest {

  /** The server tries so often whether planning for the very values is worth it. */
  private static final int TRIES = 5;

  private final SingleConnectionDataSource connection =
      new SingleConnectionDataSource(TestPostgres.freshDatabase(), true);
  private final JdbcClient plain = JdbcClient.create(connection);

  private record Thing(UUID id, String name) {}

  @BeforeEach
  void aTableWithRows() {
    plain.sql("create schema agency_a").update();
    plain.sql("create table agency_a.thing (id uuid primary key, name text)").update();
    plain
        .sql(
            "insert into agency_a.thing select gen_random_uuid(), n from generate_series(1, 9999) n")
        .update();
    plain.sql("analyze agency_a.thing").update();
  }

  @AfterEach
  void close() {
    connection.destroy();
  }

  @Test
  void what_names_few_or_many_rows_is_not_planned_each_time() {
    AgencyDatabase database =
        new AgencyDatabase(
            new AgencyId("agency"), "agency_a", connection, new LeaseSession(connection));
    for (int number = 0; number < 30; number++) {
      String[] ids = {UUID.randomUUID().toString()};
      database
          .jdbc()
          .sql("select * from thing where id = any(:ids::uuid[])")
          .param("ids", ids)
          .query()
          .listOfRows();
      Rows.of(List.of(new Thing(UUID.randomUUID(), "new")))
          .with("id", "uuid", Thing::id)
          .with("name", "text", Thing::name)
          .in(database, "update thing t set name = r.name from {rows} where t.id = r.id")
          .update();
    }
    assertThat(plansOf("select * from agency_a.thing%")).isEqualTo(TRIES);
    assertThat(plansOf("update agency_a.thing%")).isEqualTo(TRIES);
  }

  private long plansOf(String statement) {
    return plain
        .sql("select sum(custom_plans) from pg_prepared_statements where statement like :it")
        .param("it", statement)
        .query(Long.class)
        .single();
  }
}
