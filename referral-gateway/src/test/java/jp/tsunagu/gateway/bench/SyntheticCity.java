package jp.tsunagu.gateway.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.gateway.testing.SampleNetwork;

/** Seeded cases of two legs each, folded as the product folds them and written to its topics. */
final class SyntheticCity {

  private static final Instant BEGINNING = Instant.parse("2024-04-01T00:00:00Z");
  private static final Duration BETWEEN_CASES = Duration.ofSeconds(100);
  private static final List<AgencyId> AGENCIES =
      SampleNetwork.connectors().stream().filter(id -> !id.equals(SampleNetwork.DESK)).toList();

  private final RunningReadSide readSide;
  private final Random random = new Random(20_201);
  private final int openOfAHundred;
  private int cases;
  private int open;

  SyntheticCity(RunningReadSide readSide, int openOfAHundred) {
    this.readSide = readSide;
    this.openOfAHundred = openOfAHundred;
  }

  /** Writes until there are so many legs. */
  void fill(int wanted) {
    while (referrals() < wanted) {
      Household next = next();
      if (random.nextInt(100) < openOfAHundred) {
        open++;
        goesOn(next);
      } else {
        ends(next);
      }
      readSide.ledger().append(next);
    }
    readSide.ledger().flush();
  }

  int cases() {
    return cases;
  }

  int open() {
    return open;
  }

  int referrals() {
    return cases * 2;
  }

  /** One more thing that waits for the desk, at once. */
  void oneMoreWaits() {
    Household late = next();
    waits(late, 0);
    readSide.ledger().append(late);
    readSide.ledger().flush();
  }

  private Household next() {
    return Household.receivedBy(agency(), BEGINNING.plus(BETWEEN_CASES.multipliedBy(cases++)));
  }

  private AgencyId agency() {
    return AGENCIES.get(random.nextInt(AGENCIES.size()));
  }

  private void ends(Household household) {
    over(household);
    over(household);
    household.endedSupport(agency());
  }

  /** One leg is over, the other waits for somebody: for the desk in three of four cases. */
  private void goesOn(Household household) {
    over(household);
    waits(household, random.nextInt(4));
  }

  private void over(Household household) {
    ReferralId leg = household.newLeg();
    AgencyId receiver = agency();
    household.sent(leg, agency(), receiver).arrived(leg, receiver).accepted(leg, receiver);
    household.add(
        receiver, header -> new ReferralCompleted(header, leg, CompletionOutcome.SETTLED, null));
  }

  private void waits(Household household, int what) {
    ReferralId leg = household.newLeg();
    AgencyId receiver = agency();
    switch (what) {
      case 0 -> household.sheet(leg, agency(), Urgency.URGENT);
      case 1 -> household.sent(leg, agency(), receiver).escalated(leg);
      case 2 -> household.sent(leg, agency(), receiver).askedTheDesk(agency());
      default -> household.sent(leg, agency(), receiver).arrived(leg, receiver);
    }
  }
}
