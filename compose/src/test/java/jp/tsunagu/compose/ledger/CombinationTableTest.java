package jp.tsunagu.compose.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagu.contract.lifecycle.Field;
import org.junit.jupiter.api.Test;

class CombinationTableTest {
  @Test
  void the_year_2020_has_26_rows_and_72_consultations() {
    var table = CombinationTable.fiscal2020();
    assertThat(table.rows()).hasSize(26);
    assertThat(table.total()).isEqualTo(72);
    assertThat(table.rows())
        .contains(new CombinationTable.Row(List.of(Field.ELDERLY_CARE, Field.OTHER), 25));
    assertThat(table.rows().getFirst().label()).isEqualTo("高齢・介護/子ども/障害/困窮/その他");
  }
}
