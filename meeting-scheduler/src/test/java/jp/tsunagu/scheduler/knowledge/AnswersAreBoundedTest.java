package jp.tsunagu.scheduler.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.scheduler.knowledge.Answers.Answer;
import org.junit.jupiter.api.Test;

/** What became of commands is remembered up to a number, the first answer of each for good. */
class AnswersAreBoundedTest {
  private final Answers answers = new Answers();

  private static CommandId command(int number) {
    return new CommandId(new UUID(0x7000L, number));
  }

  private void refused(int number, MeetingRefusal code) {
    answers.take(
        new MeetingCommandRefused(
            command(number), new BodyId("shien-kaigi"), new AgencyId("desk"), code, Instant.EPOCH));
  }

  @Test
  void the_oldest_answer_goes_when_there_are_too_many() {
    for (int number = 0; number <= CommandKeys.REMEMBERED; number++) {
      refused(number, MeetingRefusal.MEETING_OVER);
    }
    assertThat(answers.known(command(0))).isEmpty();
    assertThat(answers.known(command(1))).isPresent();
    assertThat(answers.known(command(CommandKeys.REMEMBERED))).isPresent();
  }

  @Test
  void the_first_answer_of_a_command_stays() {
    refused(1, MeetingRefusal.MEETING_OVER);
    refused(1, MeetingRefusal.NOT_HELD);
    assertThat(answers.known(command(1))).contains(new Answer.Refused(MeetingRefusal.MEETING_OVER));
  }
}
