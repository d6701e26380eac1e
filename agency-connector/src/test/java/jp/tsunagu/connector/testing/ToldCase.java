package jp.tsunagu.connector.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;

/** The news of one case, one after the other, without a network. */
public final class ToldCase {

  private final Consumer<CaseEvent> taking;
  private final Random random;
  private final Instant at;
  private final CaseId caseId;
  private long sequence;

  /**
   * A case of which nothing was told yet; all of it happens at one moment.
   *
   * @param taking takes in what is told
   */
  public ToldCase(Consumer<CaseEvent> taking, Random random, Instant at) {
    this.taking = taking;
    this.random = random;
    this.at = at;
    this.caseId = new CaseId(UuidVersion7.at(at, random));
  }

  public CaseId caseId() {
    return caseId;
  }

  /** A leg that was sent, to be answered within a week. */
  public ReferralId sent(AgencyId sender, AgencyId receiver) {
    return sent(sender, receiver, at.plus(Duration.ofDays(7)));
  }

  /** A leg that was sent, to be answered by then; the answer is due soon two days before. */
  public ReferralId sent(AgencyId sender, AgencyId receiver, Instant respondBy) {
    ReferralId leg = new ReferralId(UuidVersion7.at(at, random));
    add(
        sender,
        header ->
            new ReferralSent(
                header,
                leg,
                new ChainPlace(leg, null),
                new LegParties(sender, receiver),
                ReferralMode.TOGETHER,
                Urgency.NORMAL,
                new ResponseClock(
                    respondBy.minus(Duration.ofDays(2)),
                    respondBy,
                    respondBy.plus(Duration.ofDays(2)),
                    false),
                null));
    return leg;
  }

  /** Whatever else happened. */
  public void add(AgencyId actor, Function<EventHeader, CaseEvent> event) {
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
    taking.accept(event.apply(header));
  }
}
