package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.Set;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * One agency is asked for information about persons of the case (情報収集). An agency has one open
 * question in a case at a time.
 *
 * @param asked sequence of the event by which it was asked
 * @param parties who asked, and who is asked
 * @param clock until when an answer is expected
 * @param lastTold what of the clock was told last
 * @param unable why it could not be answered; none unless it could not
 * @param changedAt when it was asked, or came to where it stands
 */
public record Inquiry(
    long asked,
    @Flat LegParties parties,
    Set<PersonRef> persons,
    ResponseClock clock,
    @Nullable TimerKind lastTold,
    InquiryStage stage,
    @Nullable InquiryUnable unable,
    Instant changedAt) {

  /** Keeps an unmodifiable copy. */
  public Inquiry {
    persons = Set.copyOf(persons);
  }

  /** Whether an answer is still waited for. */
  public boolean isOpen() {
    return stage == InquiryStage.OPEN;
  }

  /** Whether it is overdue and not answered. */
  public boolean isOverdue() {
    return isOpen() && lastTold == TimerKind.OVERDUE;
  }

  Inquiry told(TimerKind kind) {
    return new Inquiry(asked, parties, persons, clock, kind, stage, unable, changedAt);
  }

  Inquiry ended(InquiryStage how, @Nullable InquiryUnable why, Instant when) {
    return new Inquiry(asked, parties, persons, clock, lastTold, how, why, when);
  }

  Inquiry seenBy(Withholding withholding) {
    return new Inquiry(
        asked,
        new LegParties(
            withholding.agency(parties.sender()), withholding.agency(parties.receiver())),
        persons,
        clock,
        lastTold,
        stage,
        unable,
        changedAt);
  }
}
