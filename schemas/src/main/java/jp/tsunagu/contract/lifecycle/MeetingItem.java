package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What a case brings to a meeting, as it stands.
 *
 * @param minutes wished for it
 * @param body the body it is meant for; none leaves the choice to the scheduler
 * @param notBefore not on an agenda before this day
 * @param due for a return: the last day of the monitoring period
 * @param persons it names; their consent decides its kind
 * @param involved agencies to invite, besides the members of the case's 支援会議
 * @param requestedAt when the gateway recorded it; in time or late is judged by this
 * @param route what screening decided; none before
 * @param place on a published agenda; none before, and none after it was taken off
 * @param answers of invited agencies in the order they came; the last of each counts
 */
public record MeetingItem(
    MeetingRequestId requestId,
    ConferenceKind conference,
    MeetingPurpose purpose,
    int minutes,
    boolean urgent,
    @Nullable BodyId body,
    @Nullable LocalDate notBefore,
    @Nullable LocalDate due,
    Set<PersonRef> persons,
    AgencyId requestedBy,
    Set<AgencyId> involved,
    Instant requestedAt,
    @Nullable ScreeningRoute route,
    @Nullable MeetingPlace place,
    List<Attendance> answers,
    ItemStage stage) {

  public MeetingItem {
    persons = Set.copyOf(persons);
    involved = Set.copyOf(involved);
    answers = List.copyOf(answers);
  }

  MeetingItem as(ConferenceKind kind) {
    return new MeetingItem(
        requestId,
        kind,
        purpose,
        minutes,
        urgent,
        body,
        notBefore,
        due,
        persons,
        requestedBy,
        involved,
        requestedAt,
        route,
        place,
        answers,
        stage);
  }

  MeetingItem screened(ScreeningRoute decided) {
    return new MeetingItem(
        requestId,
        conference,
        purpose,
        minutes,
        urgent,
        body,
        notBefore,
        due,
        persons,
        requestedBy,
        involved,
        requestedAt,
        decided,
        place,
        answers,
        stage);
  }

  MeetingItem at(@Nullable MeetingPlace where) {
    List<Attendance> kept =
        place != null && where != null && place.meetingId().equals(where.meetingId())
            ? answers
            : List.of();
    return new MeetingItem(
        requestId,
        conference,
        purpose,
        minutes,
        urgent,
        body,
        notBefore,
        due,
        persons,
        requestedBy,
        involved,
        requestedAt,
        route,
        where,
        kept,
        stage);
  }

  MeetingItem answered(Attendance answer) {
    List<Attendance> next = new ArrayList<>(answers);
    next.add(answer);
    return new MeetingItem(
        requestId,
        conference,
        purpose,
        minutes,
        urgent,
        body,
        notBefore,
        due,
        persons,
        requestedBy,
        involved,
        requestedAt,
        route,
        place,
        next,
        stage);
  }

  MeetingItem now(ItemStage next) {
    return new MeetingItem(
        requestId,
        conference,
        purpose,
        minutes,
        urgent,
        body,
        notBefore,
        due,
        persons,
        requestedBy,
        involved,
        requestedAt,
        route,
        place,
        answers,
        next);
  }

  MeetingItem seenBy(Withholding withholding) {
    return new MeetingItem(
        requestId,
        conference,
        purpose,
        minutes,
        urgent,
        body,
        notBefore,
        due,
        persons,
        withholding.agency(requestedBy),
        withholding.agencies(involved),
        requestedAt,
        route,
        place == null ? null : withholding.place(place),
        answers.stream()
            .map(answer -> new Attendance(withholding.agency(answer.agency()), answer.answer()))
            .toList(),
        stage);
  }

  /** An agency's answer to the notice. */
  public record Attendance(AgencyId agency, AttendanceAnswer answer) {}

  /** Where the item stands. */
  public enum ItemStage {
    OPEN,
    HELD,
    DECIDED,
    WITHDRAWN
  }
}
