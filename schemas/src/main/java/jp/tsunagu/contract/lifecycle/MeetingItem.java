package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param answers of invited agencies, the last of each
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
