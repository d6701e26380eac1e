package jp.tsunagu.connector.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnSchemaTest {

  private final OwnSchema own = new OwnSchema("agency_a", List.of("outbox", "outbox_part", "case"));

  @Test
  void every_table_is_found_in_the_schema_of_the_agency() {
    assertThat(own.in("select * from outbox o join outbox_part p on p.outbox_id = o.id"))
        .isEqualTo(
            "select * from agency_a.outbox o join agency_a.outbox_part p on p.outbox_id = o.id");
    assertThat(own.in("insert into outbox_part select 1 from\n  outbox"))
        .isEqualTo("insert into agency_a.outbox_part select 1 from\n  agency_a.outbox");
    assertThat(own.in("delete from outbox_part p using outbox o where o.id = p.outbox_id"))
        .isEqualTo(
            "delete from agency_a.outbox_part p using agency_a.outbox o where o.id = p.outbox_id");
  }

  @Test
  void columns_and_conflicts_stay_as_they_are() {
    String update = "update outbox set id = outbox.id from unnest(:ids) as place (id)";
    assertThat(own.in(update))
        .isEqualTo("update agency_a.outbox set id = outbox.id from unnest(:ids) as place (id)");
    String conflict = "on conflict (id) do update set outbox = excluded.outbox";
    assertThat(own.in(conflict)).isEqualTo(conflict);
  }
}
