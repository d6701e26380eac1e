package jp.tsunagu.connector.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.record.Projection;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;

/**
 * Seeded cases of two legs each, sent and received by one agency over five years up to now, taken
 * in as the product takes in the network's news.
 */
final class SyntheticAgency {

  private static final Duration YEARS = Duration.ofDays(5 * 365);
  private static final int CASES_AT_ONCE = 500;

  private final AgencyDatabase database;
  private final Projection projection;
  private final AgencyId other;
  private final int openOfAThousand;
  private final Random random = new Random(20_202);
  private int open;

  SyntheticAgency(
      AgencyDatabase database, Projection projection, AgencyId other, int openOfAThousand) {
    this.database = database;
    this.projection = projection;
    this.other = other;
    this.openOfAThousand = openOfAThousand;
  }

  int open() {
    return open;
  }

  /** Until there are so many legs. */
  void fill(int legs) {
    int cases = legs / 2;
    Instant now = Instant.now();
    for (int begun = 0; begun < cases; begun += CASES_AT_ONCE) {
      int first = begun;
      int last = Math.min(cases, begun + CASES_AT_ONCE);
      database.runInTransaction(
          () -> {
            for (int i = first; i < last; i++) {
              Instant at = now.minus(YEARS).plus(YEARS.dividedBy(cases).multipliedBy(i));
              household(new CaseId(UuidVersion7.at(at, random)), at);
            }
          });
    }
    database.jdbc().sql("analyze").update();
  }

  private void household(CaseId caseId, Instant at) {
    Told told = new Told(caseId, at);
    leg(told);
    leg(told);
  }

  private void leg(Told told) {
    ReferralId leg = new ReferralId(UuidVersion7.at(told.at, random));
    boolean received = random.nextBoolean();
    AgencyId sender = received ? other : database.agency();
    AgencyId receiver = received ? database.agency() : other;
    told.add(
        sender,
        header ->
            new ReferralSent(
                header,
                leg,
                new ChainPlace(leg, null),
                new LegParties(sender, receiver),
                ReferralMode.values()[0],
                Urgency.NORMAL,
                clock(told.at),
                null));
    if (random.nextInt(1_000) < openOfAThousand) {
      open++;
      if (random.nextBoolean()) {
        told.add(receiver, header -> new ReferralOpened(header, leg));
      }
      return;
    }
    told.add(receiver, header -> new ReferralOpened(header, leg));
    if (random.nextInt(10) == 0) {
      told.add(receiver, header -> new ReferralDeclined(header, leg, "CAPACITY", null));
      return;
    }
    told.add(receiver, header -> new ReferralAccepted(header, leg, null));
    told.add(
        receiver,
        header -> new ReferralCompleted(header, leg, CompletionOutcome.values()[0], null));
  }

  private static ResponseClock clock(Instant at) {
    return new ResponseClock(
        at.plus(Duration.ofDays(5)),
        at.plus(Duration.ofDays(7)),
        at.plus(Duration.ofDays(9)),
        false);
  }

  /** The news of one case, one after the other. */
  private final class Told {
    private final CaseId caseId;
    private final Instant at;
    private long sequence;

    Told(CaseId caseId, Instant at) {
      this.caseId = caseId;
      this.at = at;
    }

    void add(AgencyId actor, Function<EventHeader, CaseEvent> event) {
      sequence++;
      EventHeader header =
          new EventHeader(
              EventId.of(caseId, sequence),
              caseId,
              sequence,
              new UUID(random.nextLong(), random.nextLong()),
              at,
              at,
              at,
              null,
              actor,
              null);
      projection.apply(database, event.apply(header));
    }
  }
}
