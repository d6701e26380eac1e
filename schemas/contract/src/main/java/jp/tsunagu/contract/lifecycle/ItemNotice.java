package jp.tsunagu.contract.lifecycle;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.MeetingItem.Attendance;
import org.jspecify.annotations.Nullable;

/**
 * The notice of an item (開催通知) and what was answered to it.
 *
 * @param place on a published agenda; none before, and none after it was taken off
 * @param invited who got the notice of that place
 * @param answers of invited agencies in the order they came; the last of each counts
 */
public record ItemNotice(
    @Nullable MeetingPlace place, Set<AgencyId> invited, List<Attendance> answers) {

  /** Of an item that stands on no agenda. */
  static final ItemNotice NONE = new ItemNotice(null, Set.of(), List.of());

  /** Keeps copies. */
  public ItemNotice {
    invited = Set.copyOf(invited);
    answers = List.copyOf(answers);
  }

  boolean isAt(MeetingId meeting) {
    return place != null && place.meetingId().equals(meeting);
  }

  /** Answers are to one meeting; they go with the place they were given for. */
  ItemNotice at(MeetingPlace where, Set<AgencyId> told) {
    return new ItemNotice(where, told, isAt(where.meetingId()) ? answers : List.of());
  }

  ItemNotice answered(Attendance answer) {
    return new ItemNotice(
        place, invited, Stream.concat(answers.stream(), Stream.of(answer)).toList());
  }

  ItemNotice seenBy(Withholding withholding) {
    return new ItemNotice(
        place == null ? null : withholding.place(place),
        withholding.agencies(invited),
        answers.stream()
            .map(answer -> new Attendance(withholding.agency(answer.agency()), answer.answer()))
            .toList());
  }

  /** How the others answer stood in no notice. */
  ItemNotice asToldTo(AgencyId agency) {
    return new ItemNotice(
        place, invited, answers.stream().filter(answer -> answer.agency().equals(agency)).toList());
  }
}
