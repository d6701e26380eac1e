package jp.tsunagu.contract.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import org.junit.jupiter.api.Test;

class MeetingCommandTest {

  @Test
  void every_command_with_an_item_names_it() {
    assertThat(
            Stream.of(MeetingCommand.class.getPermittedSubclasses())
                .filter(MeetingCommandTest::holdsAnItem)
                .filter(type -> !declaresItems(type)))
        .isEmpty();
  }

  private static boolean holdsAnItem(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .anyMatch(part -> part.getGenericType().getTypeName().contains(ItemRef.class.getName()));
  }

  private static boolean declaresItems(Class<?> type) {
    return Stream.of(type.getDeclaredMethods()).anyMatch(made -> made.getName().equals("items"));
  }

  @Test
  void what_is_about_a_meeting_as_a_whole_names_none() {
    BodyId body = new BodyId("shien-kaigi");
    UUID id = new UUID(0x7000L, 1);
    MeetingCommandHeader header =
        new MeetingCommandHeader(new CommandId(id), body, new AgencyId("desk"), Instant.EPOCH);
    MeetingId meeting = new MeetingId("shien-kaigi.2026-12-08");
    ItemRef item = new ItemRef(new CaseId(id), new MeetingRequestId(id));
    assertThat(new MeetingCommand.CancelMeeting(header, meeting).items()).isEmpty();
    assertThat(new MeetingCommand.TakeOffRequest(header, meeting, item, "OTHER").items())
        .containsExactly(item);
  }
}
