package jp.tsunagu.connector.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.SessionKind;

/**
 * A notice of a meeting (開催通知) this agency got: one item of a case on the agenda of one meeting.
 *
 * @param answerBy until when invited agencies answer
 * @param invited who got the notice
 * @param answers this agency's own; for whoever organises those of the others too
 */
public record MeetingNotice(
    AskedItem item,
    Slot slot,
    Optional<Instant> answerBy,
    Set<AgencyId> invited,
    Standing standing,
    Optional<Instant> reportFiledAt,
    List<Answered> answers) {

  public MeetingNotice {
    invited = Set.copyOf(invited);
    answers = List.copyOf(answers);
  }

  /** An answer to the notice (出欠の回答). */
  public record Answered(
      AgencyId agency, AttendanceAnswer answer, Optional<String> reason, Instant at) {}

  /** What became of it. */
  public sealed interface Standing {

    /** The meeting is to come, or nobody has recorded it yet (開催予定). */
    record Announced() implements Standing {}

    /** The notice no longer holds (取消). */
    record Cancelled(NoticeEnd reason) implements Standing {}

    /** The item was carried over to another meeting (繰越). */
    record Carried(CarryReason reason) implements Standing {}

    /** The meeting dealt with it (開催済み). */
    record Held(Instant heldAt) implements Standing {}

    /**
     * The meeting decided (決定済み).
     *
     * @param roles of this agency, codes of the city's list
     * @param lead whether this agency is 主担当
     * @param monitoredUntil when the case comes back by itself
     */
    record Decided(
        Instant heldAt,
        ItemOutcome outcome,
        List<String> roles,
        boolean lead,
        Optional<LocalDate> monitoredUntil)
        implements Standing {
      public Decided {
        roles = List.copyOf(roles);
      }
    }
  }

  /** This agency's own answer, or that of another it knows of. */
  public Optional<Answered> answerOf(AgencyId agency) {
    return answers.stream().filter(answered -> answered.agency().equals(agency)).findFirst();
  }

  /** Whether this agency still has to answer: it is invited and it is not its own meeting. */
  public boolean awaits(AgencyId agency) {
    return standing instanceof Standing.Announced
        && invited.contains(agency)
        && !item.organiser().equals(agency)
        && answerOf(agency).isEmpty();
  }

  /**
   * When the item is dealt with, by which revision of the agenda.
   *
   * @param startsAt when the item begins
   */
  public record Slot(SessionKind session, Instant startsAt, int minutes, int revision) {}
}
