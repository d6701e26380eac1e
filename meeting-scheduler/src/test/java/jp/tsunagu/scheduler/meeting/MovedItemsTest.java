package jp.tsunagu.scheduler.meeting;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static jp.tsunagu.scheduler.meeting.World.HOKATSU;
import static jp.tsunagu.scheduler.meeting.World.SHIEN;
import static jp.tsunagu.scheduler.meeting.World.SHOGAI;
import static jp.tsunagu.scheduler.meeting.World.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand.PlaceRequest;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An item of an agenda is moved by hand, before and after it went out. */
class MovedItemsTest {

  private static final int MINUTES = 30;

  private final World world = World.from("2026-09-01T09:00");
  private final List<ItemRef> items = IntStream.range(0, 4).mapToObj(_ -> asked()).toList();

  private ItemRef asked() {
    ItemRef item =
        world.request(world.household(), SUPPORT_CONFERENCE, Set.of(HOKATSU, SHOGAI), MINUTES);
    world.screen(item, SUPPORT_CONFERENCE);
    world.appoint(item, HOKATSU, SHOGAI);
    return item;
  }

  private Meeting october() {
    return world.meeting(SHIEN, "2026-10-13");
  }

  private List<ItemRef> order() {
    return Outlook.preview(world.known(), world.meetings, october(), time("2026-09-10T09:00"))
        .entries()
        .stream()
        .map(AgendaEntry::item)
        .toList();
  }

  private Outcome move(ItemRef item, int position) {
    return world.tell(
        header -> new PlaceRequest(header, october().id(), item, "URGENT", position, null), SHIEN);
  }

  private void movesTo(ItemRef item, int position) {
    List<ItemRef> before = order();
    assertThat(move(item, position)).isInstanceOf(Outcome.Done.class);
    List<ItemRef> wanted = new ArrayList<>(before);
    wanted.remove(item);
    wanted.add(position - 1, item);
    assertThat(order()).isEqualTo(wanted);
  }

  @Test
  void each_one_is_where_it_was_moved_and_the_others_keep_their_order() {
    world.at("2026-09-08T17:16");
    assertThat(order()).hasSize(4);
    movesTo(order().get(3), 1);
    movesTo(order().get(2), 1);
    movesTo(order().get(0), 3);
    movesTo(order().get(1), 4);
    assertThat(items).containsAll(order());
  }

  @Test
  void an_agenda_that_is_out_is_issued_anew_in_the_new_order_and_what_changed_is_told() {
    world.at("2026-09-08T17:16");
    world.at("2026-09-29T08:30");
    assertThat(october().revision()).isEqualTo(1);
    int told = october().notices().size();
    movesTo(order().get(2), 1);
    assertThat(october().revision()).isEqualTo(2);
    assertThat(october().notices()).hasSizeGreaterThan(told);
    movesTo(order().get(0), 2);
    movesTo(order().get(3), 2);
    assertThat(october().entries())
        .extracting(AgendaEntry::startsAt)
        .isSorted()
        .startsWith(time("2026-10-13T15:00"));
    assertThat(world.due()).as("the same order again, without end").isEmpty();
  }

  @Test
  void what_stands_there_is_not_placed_once_more_without_a_position_and_never_without_a_reason() {
    world.at("2026-09-08T17:16");
    world.at("2026-09-29T08:30");
    ItemRef item = order().get(1);
    assertThat(
            world.tell(
                header -> new PlaceRequest(header, october().id(), item, "URGENT", null, null),
                SHIEN))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.ALREADY_ON_AGENDA));
    assertThat(
            world.tell(
                header -> new PlaceRequest(header, october().id(), item, "SO", 1, null), SHIEN))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.REASON_UNKNOWN));
  }

  @AfterEach
  void every_agenda_that_was_issued_comes_out_anew() {
    assertThat(world.replanned()).allMatch(Replanned::agrees);
  }
}
