package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.RandomStory;
import org.junit.jupiter.api.Test;

class StoredBytesTest {

  @Test
  void facts_come_back_as_they_were_and_stay_small() {
    for (int seed = 0; seed < 300; seed++) {
      CaseFacts facts = RandomStory.of(new Random(seed), seed).facts();
      byte[] bytes = FactsBytes.encode(facts);
      assertThat(FactsBytes.decode(bytes)).isEqualTo(facts);
      assertThat(bytes.length).isLessThan(300 + 250 * facts.legs().size());
    }
  }

  @Test
  void facts_with_meetings_and_gaps_come_back_too() {
    CaseFacts facts =
        new CaseStory(1)
            .at("2026-07-09T14:00")
            .received("desk", "chubu", Field.OTHER)
            .held("a1.2026-07-09", ConferenceKind.SUPPORT_CONFERENCE, SessionKind.EXTRA, "desk")
            .lacking("HOUSING")
            .facts();
    assertThat(FactsBytes.decode(FactsBytes.encode(facts))).isEqualTo(facts);
  }

  @Test
  void bytes_of_another_version_are_refused_loudly() {
    assertThatThrownBy(() -> FactsBytes.decode(new byte[] {9, 0, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another version");
  }
}
