package jp.tsunagu.scheduler.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import org.jspecify.annotations.Nullable;

/**
 * The agenda of one slot (次第・議題一覧), for organisers and the desk: it shows every item.
 *
 * @param sessions the bodies that meet, at least one
 * @param edition which version; a draft is nobody's yet
 */
public record AgendaPaper(
    List<Session> sessions, Schedule schedule, Edition edition, OrderOfTheDay order, LeftOpen open)
    implements Paper {

  public AgendaPaper {
    sessions = List.copyOf(sessions);

    if (sessions.isEmpty()) {
      throw new IllegalArgumentException("an agenda belongs to at least one body");
    }
  }

  @Override
  public Instant issuedAt() {
    return edition.moment();
  }

  @Override
  public String title() {
    return "次第・議題一覧";
  }

  /**
   * An item (議題).
   *
   * @param requestedBy name of the agency that asked, as this reader may see it
   * @param invited names of the agencies asked to come
   * @param lastDecided the day of the last decision about the case; none if it is new
   */
  public record Item(
      ItemSlot slot,
      CaseNumber caseNumber,
      ConferenceKind conference,
      MeetingPurpose purpose,
      String requestedBy,
      List<String> invited,
      @Nullable LocalDate lastDecided) {

    public Item {
      invited = List.copyOf(invited);
    }
  }

  /** A break (休憩). */
  public record Pause(LocalTime startsAt, int minutes) {}

  /**
   * A request that is not on the agenda.
   *
   * @param next the day of the meeting it is carried to; none if an extra meeting is proposed
   */
  public record NotPlaced(
      CaseNumber caseNumber,
      ConferenceKind conference,
      CarryReason reason,
      @Nullable LocalDate next) {}

  /** Agencies that an item names and that are not invited, being no members (構成員). */
  public record LeftOut(CaseNumber caseNumber, List<String> agencies) {
    public LeftOut {
      agencies = List.copyOf(agencies);
    }
  }

  /**
   * An agency is wanted in two meetings at one hour of this day (重複).
   *
   * @param agency its name
   * @param begins when both begin to overlap
   * @param ends when they cease to
   * @param otherBody the name of the other meeting's body
   */
  public record Conflict(String agency, LocalTime begins, LocalTime ends, String otherBody) {}

  /**
   * Items and breaks, each in the order of the day.
   *
   * @param items in the order of the day; none means 開催なし
   */
  public record OrderOfTheDay(List<Item> items, List<Pause> pauses) {

    /** Keeps copies. */
    public OrderOfTheDay {
      items = List.copyOf(items);
      pauses = List.copyOf(pauses);
    }
  }

  /**
   * What the agenda could not settle.
   *
   * @param notPlaced requests that are not on it, each with its reason
   * @param conflicts agencies that sit elsewhere at the same hour
   * @param leftOut agencies that items name and that are not invited
   * @param heldCases cases of which a record cannot be read: above 0 the agenda is 不完全
   */
  public record LeftOpen(
      List<NotPlaced> notPlaced, List<Conflict> conflicts, List<LeftOut> leftOut, int heldCases) {

    /** Keeps copies. */
    public LeftOpen {
      notPlaced = List.copyOf(notPlaced);
      conflicts = List.copyOf(conflicts);
      leftOut = List.copyOf(leftOut);
    }
  }
}
