package jp.tsunagu.scheduler.invitation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.scheduler.paper.CaseNumber;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Schedule;
import jp.tsunagu.scheduler.paper.Session;

/**
 * What a calendar shows of a meeting: kind of conference, body, case numbers, hours and room, and
 * nothing else about anybody.
 *
 * @param revision of the agenda, from 1; a change and a cancellation each need a higher one than
 *     what they replace
 * @param issuedAt when this revision was made
 * @param cases the addressee's own, at least one
 * @param addressee the only one invited as far as its calendar knows
 */
public record Invitation(
    NetworkId networkId,
    Session session,
    Schedule schedule,
    int revision,
    Instant issuedAt,
    List<CaseNumber> cases,
    CalendarParty organiser,
    CalendarParty addressee) {

  public Invitation {
    cases = List.copyOf(cases);
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  /** The invitation that goes with a notice. */
  public static Invitation of(
      NoticePaper notice, NetworkId networkId, CalendarParty organiser, CalendarParty addressee) {
    return new Invitation(
        networkId,
        notice.session(),
        notice.schedule(),
        notice.revision(),
        notice.issuedAt(),
        notice.items().stream().map(NoticePaper.Item::caseNumber).distinct().toList(),
        organiser,
        addressee);
  }

  /** Names the meeting for all calendars; stays the same when the meeting is moved. */
  public String uid() {
    return session.meetingId() + "@" + networkId + ".tsunagu";
  }

  /** Counts from 0 and grows with the revision (SEQUENCE). */
  public int sequence() {
    return revision - 1;
  }

  /** Such as 支援会議(結市支援会議) 案件 0199a1b2-…. */
  public String summary() {
    String numbers = cases.stream().map(CaseNumber::value).collect(Collectors.joining("、"));
    return session.conference().label() + "(" + session.body() + ") 案件 " + numbers;
  }
}
