package jp.tsunagu.scheduler.paper;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import org.jspecify.annotations.Nullable;

/**
 * The notice of one meeting to one agency: invitation, change or cancellation. Items of others are
 * not on it. For a 支援会議 it says that members are bound to secrecy (社会福祉法106条の6) and that papers are
 * collected afterwards.
 *
 * @param addressee who gets it
 * @param session whose meeting; the organiser is the sender (差出人)
 * @param schedule when and where; of a cancelled meeting, when it would have been
 * @param edition of the agenda; its revision is the sequence of calendar files, too
 * @param items the addressee's own, in the order of the day, at least one
 * @param answerBy until when to answer; none if no answer is wanted
 * @param contact the organiser's public telephone or counter (問合せ先); none if there is none
 */
public record NoticePaper(
    NoticeOccasion occasion,
    Addressee addressee,
    Session session,
    Schedule schedule,
    Edition edition,
    List<Item> items,
    @Nullable Instant answerBy,
    @Nullable String contact)
    implements Paper {

  public NoticePaper {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a notice names at least one item of its addressee");
    }
    if (edition.isDraft()) {
      throw new IllegalArgumentException("a notice is issued");
    }
  }

  /** Of the agenda, from 1. */
  public int revision() {
    return edition.revision();
  }

  /** The same, printed then. */
  public NoticePaper printed(Instant at) {
    return new NoticePaper(
        occasion, addressee, session, schedule, edition.printed(at), items, answerBy, contact);
  }

  @Override
  public Instant issuedAt() {
    return edition.moment();
  }

  @Override
  public String title() {
    return session.conference().label() + " " + occasion.title();
  }

  /** An agency by id and by the name it is addressed with. */
  public record Addressee(AgencyId agencyId, String name) {}

  /** What the addressee comes for. Its kind of conference is that of the session. */
  public record Item(
      CaseNumber caseNumber, MeetingPurpose purpose, LocalTime startsAt, int minutes) {}
}
