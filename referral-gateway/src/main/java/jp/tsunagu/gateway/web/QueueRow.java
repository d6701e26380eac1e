package jp.tsunagu.gateway.web;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.BackAndForth;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What waits, as a row of a page.
 *
 * @param item its id: of the leg, or of the case where it is about no leg
 * @param place of its case among the desk's pages
 * @param at with whom it waits
 * @param from who sent or asked; none where nobody else did
 */
record QueueRow(
    UUID item,
    QueueLane lane,
    String number,
    String place,
    String at,
    @Nullable String from,
    Waiting waiting,
    Ways ways) {

  /**
   * How long it waits, and how pressing it is.
   *
   * @param since when it was put there; none where that is not known
   * @param until the response deadline; none where no clock runs
   * @param backAndForth whether the household was led back and forth (行き来) before
   */
  record Waiting(
      @Nullable Instant since, @Nullable Instant until, Urgency urgency, boolean backAndForth) {

    private static Waiting of(QueueEntry entry) {
      Referral leg = entry.leg();
      boolean backAndForth = BackAndForth.isSeen(entry.state());
      return leg == null
          ? new Waiting(receivedAt(entry), null, entry.urgency(), backAndForth)
          : new Waiting(
              leg.progress().sentAt(), QueueRow.until(leg), entry.urgency(), backAndForth);
    }

    /** Whether it is more than usually urgent. */
    public boolean isUrgent() {
      return urgency != Urgency.NORMAL;
    }
  }

  /**
   * Where something is done about it.
   *
   * @param form below the desk's own window
   * @param sorting where those stand to whom it can be given; none where it has a receiver
   * @param reminds the leg whose receiver can be reminded; none where nobody is late
   */
  record Ways(String form, @Nullable String sorting, @Nullable String reminds) {

    private static Ways of(QueueEntry entry) {
      Referral leg = entry.leg();
      if (leg == null) {
        String end = entry.lane() == QueueLane.COORDINATION ? "/coordination" : "";
        return new Ways("/cases/" + entry.state().caseId() + end, null, null);
      }
      return new Ways(
          "/referrals/" + leg.referralId() + doing(entry.lane()),
          isSorted(entry) ? TriagePages.ADDRESS + leg.referralId() : null,
          entry.lane() == QueueLane.ESCALATED ? leg.referralId().toString() : null);
    }
  }

  static QueueRow of(QueueEntry entry, AgencyId desk, Names names) {
    String number = Names.number(entry.state());
    AgencyId from = from(entry);
    AgencyId at = at(entry, desk);
    return new QueueRow(
        entry.id(),
        entry.lane(),
        number == null ? "番号なし" : number,
        CasePages.ADDRESS + entry.state().caseId(),
        names.agency(at).name(),
        from == null || from.equals(at) ? null : names.agency(from).name(),
        Waiting.of(entry),
        Ways.of(entry));
  }

  /** Whether the desk chooses who gets it: a sheet, also where it came back or its agency left. */
  private static boolean isSorted(QueueEntry entry) {
    Referral leg = entry.leg();
    return leg != null
        && (entry.lane() == QueueLane.CAME_BACK
            || (leg.isOpen()
                && (entry.lane() == QueueLane.TRIAGE || entry.lane() == QueueLane.AGENCY_LEFT)));
  }

  /** The form that is open there; none where there is a choice. */
  private static String doing(QueueLane lane) {
    return lane == QueueLane.ESCALATED ? "?do=remind#doing" : "";
  }

  /** Where the desk looks whom to give it to, else where it acts, else nothing. */
  public @Nullable String goesTo(@Nullable String window, AgencyId desk) {
    if (ways.sorting() != null) {
      return ways.sorting();
    }
    return window == null ? null : window + "/agencies/" + desk + "/window" + ways.form();
  }

  /** Why it waits and what is to be done. */
  public String why() {
    return lane.why();
  }

  /** Tells the lane without colour. */
  public String shape() {
    return switch (lane) {
      case AGENCY_LEFT -> "◆";
      case ESCALATED -> "■";
      case TRIAGE -> "▽";
      case CAME_BACK -> "↩";
      case COORDINATION -> "◇";
      case DUE_SOON -> "▲";
    };
  }

  /** What would end the waiting. */
  public String waitsFor() {
    return switch (lane) {
      case AGENCY_LEFT, CAME_BACK -> "次の機関";
      case ESCALATED, DUE_SOON -> "相手の回答";
      case TRIAGE -> "受ける機関";
      case COORDINATION -> "引受けの返事";
    };
  }

  private static AgencyId at(QueueEntry entry, AgencyId desk) {
    Referral leg = entry.leg();
    AgencyId left = entry.left();
    return left != null ? left : leg == null ? desk : leg.receiver();
  }

  private static @Nullable AgencyId from(QueueEntry entry) {
    Referral leg = entry.leg();
    if (leg != null) {
      return leg.sender();
    }
    return entry.state().coordination() instanceof Coordination.Requested requested
        ? requested.requestedBy()
        : null;
  }

  private static @Nullable Instant receivedAt(QueueEntry entry) {
    Consultation consultation = entry.state().consultation();
    return consultation == null ? null : consultation.receivedAt();
  }

  private static @Nullable Instant until(Referral leg) {
    ResponseClock clock = leg.progress().clock();
    return clock == null ? null : clock.respondBy();
  }

  /** What can be done about it, as a button says it. */
  public String act() {
    return switch (lane) {
      case AGENCY_LEFT, TRIAGE -> "振り分ける";
      case ESCALATED -> "催促する";
      case COORDINATION -> "答える";
      case CAME_BACK -> "次をつなぐ";
      case DUE_SOON -> "開く";
    };
  }
}
