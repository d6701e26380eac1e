package jp.tsunagu.contract.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReferenceTest {

  private static final CaseId ID = CaseId.of("0199f000-0000-7000-8000-00000000000a");

  @Test
  void an_id_and_a_number_are_told_apart() {
    assertThat(CaseReference.read(ID.toString())).contains(new CaseReference.ById(ID));
    assertThat(CaseReference.read("0199F000-0000-7000-8000-00000000000A"))
        .contains(new CaseReference.ById(ID));
    assertThat(CaseReference.read("R8-01234-4"))
        .contains(new CaseReference.ByNumber(new CaseNumber("令和8-01234-4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "R8-01234-5", "1-1-1-1-1", "0199f000-0000-7000-8000-00000000000", "all", "%"})
  void what_is_neither_names_no_case(String typed) {
    assertThat(CaseReference.read(typed)).isEmpty();
    assertThat(CaseReference.isOne(typed)).isFalse();
  }
}
