package jp.tsunagu.contract.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.BackAndForth.Hop;
import jp.tsunagu.contract.lifecycle.BackAndForth.Return;
import org.junit.jupiter.api.Test;

/** 行き来 of a chain, apart from a single 差戻し. */
class BackAndForthTest {
  private static final AgencyId COUNTER = new AgencyId("jiritsu-soudan");
  private static final AgencyId SHOGAI = new AgencyId("shogai-kikan");
  private static final AgencyId SHAKYO = new AgencyId("shakyo");

  private static Hop to(AgencyId sender, AgencyId receiver) {
    return new Hop(sender, receiver, false);
  }

  @Test
  void a_chain_that_goes_on_and_on_is_none_nor_is_a_single_leg_that_is_sent_back() {
    assertThat(BackAndForth.first(List.of(to(COUNTER, SHOGAI), to(COUNTER, SHAKYO)))).isEmpty();
    assertThat(BackAndForth.first(List.of(new Hop(COUNTER, SHOGAI, true)))).isEmpty();
    assertThat(BackAndForth.first(List.of())).isEmpty();
  }

  @Test
  void a_later_leg_that_is_sent_back_or_leads_to_who_had_it_is_one_from_there_on() {
    assertThat(BackAndForth.first(List.of(to(COUNTER, SHOGAI), new Hop(COUNTER, SHAKYO, true))))
        .contains(new Return(1, false));
    assertThat(
            BackAndForth.first(
                List.of(to(COUNTER, SHOGAI), to(SHOGAI, SHAKYO), to(SHAKYO, COUNTER))))
        .contains(new Return(2, true));
  }

  @Test
  void who_is_withheld_is_nobody_who_had_it_before() {
    AgencyId hidden = AgencyId.WITHHELD;
    assertThat(BackAndForth.first(List.of(to(hidden, hidden), to(hidden, hidden)))).isEmpty();
  }
}
