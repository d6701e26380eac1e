package jp.tsunagu.connector.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.Test;

/** What a refusal says can be done: one way of several, or all that a step waits for. */
class RefusedViewTest {

  @Test
  void of_several_ways_one_is_enough() {
    assertThat(fix(NextStep.RECORD_CONSENT, NextStep.ASK_WITHOUT_NAMES))
        .isEqualTo("本人の同意を記録する、または名前を出さずに助言を求める。");
  }

  @Test
  void all_that_a_step_waits_for_is_needed_and_an_exception_takes_its_place() {
    assertThat(fix(NextStep.RECORD_ASSESSMENT, NextStep.DECIDE_IN_MEETING, NextStep.GIVE_EXCEPTION))
        .isEqualTo(
            "すべて必要です: インテーク・アセスメントシートを記録する、重層的支援会議で検討し、決定を記録する。" + "それができないときは、例外の理由を付けて送り直す。");
  }

  @Test
  void a_single_paper_or_its_exception_are_two_ways() {
    assertThat(fix(NextStep.RECORD_PLAN, NextStep.GIVE_EXCEPTION))
        .isEqualTo("プランシートを記録する、または例外の理由を付けて送り直す。");
  }

  private static String fix(NextStep... steps) {
    return RefusedView.of(
            new CommandId(new UUID(0, 1)),
            new CommandState.Refused(
                RefusalCode.STEP_NOT_READY, Set.of(), List.of(steps), Set.of(), Set.of(), null))
        .fix();
  }
}
