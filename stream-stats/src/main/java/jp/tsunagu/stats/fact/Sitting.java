package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.SessionKind;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that dealt with the case.
 *
 * @param heldAt when the meeting was held
 * @param attended the agencies that were there for this case
 * @param reported its 報告書 was filed
 * @param reportOverdue it was not filed in time
 * @param outcome what it decided; none where it did not
 */
public record Sitting(
    MeetingId meetingId,
    ConferenceKind conference,
    SessionKind session,
    Instant heldAt,
    Set<AgencyId> attended,
    boolean reported,
    boolean reportOverdue,
    @Nullable ItemOutcome outcome) {

  public Sitting {
    attended = Set.copyOf(attended);
  }

  /** Whether the 報告書 is still owed after its time. */
  public boolean owesReport() {
    return reportOverdue && !reported;
  }

  Sitting withReport() {
    return new Sitting(
        meetingId, conference, session, heldAt, attended, true, reportOverdue, outcome);
  }

  Sitting withReportOverdue() {
    return new Sitting(meetingId, conference, session, heldAt, attended, reported, true, outcome);
  }

  Sitting deciding(ItemOutcome decided) {
    return new Sitting(
        meetingId, conference, session, heldAt, attended, reported, reportOverdue, decided);
  }

  Sitting withholding(UnaryOperator<AgencyId> hide) {
    Set<AgencyId> hidden = attended.stream().map(hide).collect(Collectors.toUnmodifiableSet());
    return new Sitting(
        meetingId, conference, session, heldAt, hidden, reported, reportOverdue, outcome);
  }
}
