package jp.tsunagu.scheduler.agenda;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import org.jspecify.annotations.Nullable;

/**
 * An item that could be on an agenda, with what is known about it.
 *
 * @param item as it stands in its case; its {@code place} is that of an earlier revision
 * @param agencies everyone who comes for it: the asking one, the involved ones, the members of the
 *     case's 支援会議
 * @param timesCarried how often it was carried over already, at least 0
 * @param lastDecided when a meeting last decided about the case (前回の決定); none if never
 * @param admittedLate why the desk admits it after closing, a code of the city's list; none if not
 * @param byHand where the desk placed it; none if it did not
 */
public record Candidate(
    CaseId caseId,
    MeetingItem item,
    Set<AgencyId> agencies,
    int timesCarried,
    @Nullable LocalDate lastDecided,
    @Nullable String admittedLate,
    @Nullable HandPlacement byHand) {

  /**
   * Keeps a copy.
   *
   * @throws IllegalArgumentException for a negative count or an item without minutes
   */
  public Candidate {
    agencies = Set.copyOf(agencies);
    if (timesCarried < 0 || item.wish().minutes() < 1) {
      throw new IllegalArgumentException("timesCarried from 0, minutes from 1");
    }
  }

  /** An item without a history. */
  public static Candidate of(CaseId caseId, MeetingItem item, Set<AgencyId> agencies) {
    return new Candidate(caseId, item, agencies, 0, null, null, null);
  }

  /** The same, carried over so many times before. */
  public Candidate carried(int times) {
    return new Candidate(caseId, item, agencies, times, lastDecided, admittedLate, byHand);
  }

  /** The same, whose case was decided about on this day. */
  public Candidate decidedOn(@Nullable LocalDate day) {
    return new Candidate(caseId, item, agencies, timesCarried, day, admittedLate, byHand);
  }

  /** The same, admitted by the desk after closing for this reason. */
  public Candidate admittedLate(@Nullable String reason) {
    return new Candidate(caseId, item, agencies, timesCarried, lastDecided, reason, byHand);
  }

  /** The same, placed by the desk. */
  public Candidate placedByHand(@Nullable HandPlacement placement) {
    return new Candidate(
        caseId, item, agencies, timesCarried, lastDecided, admittedLate, placement);
  }

  /** Names the item. */
  public MeetingRequestId requestId() {
    return item.requestId();
  }

  /** 緊急: by its purpose, by its asking agency, or by screening. */
  boolean isEmergency() {
    return item.wish().urgent()
        || item.purpose() == MeetingPurpose.EMERGENCY
        || item.route() == ScreeningRoute.EMERGENCY_CONFERENCE;
  }

  /** Whether it comes back because a monitoring period ends. */
  boolean isReturn() {
    return item.due() != null;
  }

  /** Whether it is on a published agenda; such an item is never late. */
  boolean isPlaced() {
    return item.place() != null;
  }

  boolean isPlacedByHandIn(MeetingId meeting) {
    return byHand != null && byHand.meetingId().equals(meeting);
  }

  boolean standsIn(MeetingId meeting) {
    @Nullable MeetingPlace place = item.place();
    return place != null && place.meetingId().equals(meeting);
  }
}
