package jp.tsunagu.scheduler.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import org.jspecify.annotations.Nullable;

/**
 * The meeting of one body in a sitting; its items are kept together, one lane after the other.
 *
 * @param session how it came about: it comes in and is never worked out from the day (定例・臨時)
 * @param closing until when a request is in time, this moment included (Asia/Tokyo rules have been
 *     applied); none means every request is
 * @param later days of the next meetings of the body, after this one; to be known as far as the
 *     latest {@code due} of the candidates
 */
public record Lane(
    MeetingId meetingId,
    BodyId body,
    LaneRules rules,
    SessionKind session,
    @Nullable Instant closing,
    List<LocalDate> later)
    implements Comparable<Lane> {

  private static final Comparator<Lane> ORDER =
      Comparator.comparing(Lane::conference)
          .thenComparing(Lane::body)
          .thenComparing(Lane::meetingId);

  /** Keeps copies; the later days in order. */
  public Lane {

    later = later.stream().sorted().distinct().toList();
  }

  /** The lane of a body's meeting as the directory describes the body. */
  public static Lane of(
      MeetingBody body,
      MeetingId meetingId,
      SessionKind session,
      @Nullable Instant closing,
      List<LocalDate> later) {
    return new Lane(
        meetingId,
        body.bodyId(),
        new LaneRules(
            body.conference(), body.organiser(), body.members(), body.charge().screeningFirst()),
        session,
        closing,
        later);
  }

  /** 支援会議 before 重層的支援会議. */
  @Override
  public int compareTo(Lane other) {
    return ORDER.compare(this, other);
  }

  /** Extra, per-case and emergency meetings are exempt from the closing (臨時は締切の外). */
  boolean hasClosing() {
    return closing != null && session == SessionKind.REGULAR;
  }

  /** As its {@link LaneRules} says. */
  public ConferenceKind conference() {
    return rules.conference();
  }

  /** As its {@link LaneRules} says. */
  public AgencyId organiser() {
    return rules.organiser();
  }
}
