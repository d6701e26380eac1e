package jp.tsunagu.connector.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.record.FoldedCases;
import jp.tsunagu.connector.testing.ToldCase;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.wire.Codec;

/**
 * Seeded cases of two legs each, sent and received by one agency over five years up to now, folded
 * as the product folds them.
 */
final class SyntheticAgency {

  private static final Duration YEARS = Duration.ofDays(5 * 365);

  private final AgencyDatabase database;
  private final FoldedCases folded;
  private final AgencyId other;
  private final int openOfAThousand;
  private final Random random = new Random(20_202);
  private int open;

  SyntheticAgency(AgencyDatabase database, Codec codec, AgencyId other, int openOfAThousand) {
    this.database = database;
    this.folded = new FoldedCases(database, codec);
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
    for (int i = 0; i < cases; i++) {
      household(now.minus(YEARS).plus(YEARS.dividedBy(cases).multipliedBy(i)));
    }
    folded.write();
    // as the database does by itself after a while
    database.jdbc().sql("vacuum analyze").update();
  }

  private void household(Instant at) {
    List<CaseEvent> events = new ArrayList<>();
    ToldCase told = new ToldCase(events::add, random, at);
    leg(told);
    leg(told);
    folded.take(events, at);
  }

  private void leg(ToldCase told) {
    boolean received = random.nextBoolean();
    AgencyId sender = received ? other : database.agency();
    AgencyId receiver = received ? database.agency() : other;
    ReferralId leg = told.sent(sender, receiver);
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
}
