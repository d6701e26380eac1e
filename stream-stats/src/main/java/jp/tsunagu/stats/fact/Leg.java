package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a referral, asked of one receiver once. Triage and 再開 begin a new round with the same
 * id, so that each round has its own times.
 *
 * @param round from 0
 */
public record Leg(
    ReferralId referralId,
    int round,
    ChainPlace chain,
    LegNature nature,
    LegParties parties,
    LegCourse course) {

  /** When it reached this step; none if it has not. */
  public @Nullable Instant at(Step step) {
    return course.steps().get(step);
  }

  /** Whether it reached this step. */
  public boolean reached(Step step) {
    return course.steps().containsKey(step);
  }

  /** When it was sent; every leg has been. */
  public Instant sentAt() {
    return course.steps().getOrDefault(Step.SENT, Instant.EPOCH);
  }

  /** Whether the receiver still owes its decision. */
  public boolean waits() {
    return course.asked() && course.end() == LegEnd.RUNNING && !reached(Step.DECIDED);
  }

  Leg with(Step step, Instant when) {
    return reached(step) ? this : on(course.with(step, when));
  }

  Leg decided(Instant when) {
    return with(Step.ANSWERED, when).with(Step.DECIDED, when);
  }

  Leg accepted(Instant when) {
    return decided(when).with(Step.ACCEPTED, when);
  }

  Leg ended(LegEnd how, @Nullable String code, Instant when) {
    Leg last = with(Step.ENDED, when);
    return last.on(last.course.ended(how, code));
  }

  Leg questioned(Instant when) {
    Leg answered = with(Step.ANSWERED, when);
    return answered.on(answered.course.questioned(when));
  }

  Leg informed(Instant when) {
    return on(course.informed(when));
  }

  Leg withAgencies(AgencyId newSender, AgencyId newReceiver) {
    return new Leg(
        referralId, round, chain, nature, new LegParties(newSender, newReceiver), course);
  }

  /** The next round, asked again of the same receiver or, without a deadline, resumed by it. */
  Leg again(Instant when, @Nullable Instant respondBy) {
    EnumMap<Step, Instant> begun = new EnumMap<>(Step.class);
    begun.put(Step.SENT, when);
    if (respondBy != null) {
      begun.put(Step.RESPOND_BY, respondBy);
    } else {
      begun.put(Step.ACCEPTED, when);
    }
    return new Leg(
        referralId,
        round + 1,
        chain,
        nature,
        parties,
        new LegCourse(respondBy != null, begun, LegEnd.RUNNING, null, List.of()));
  }

  private Leg on(LegCourse next) {
    return new Leg(referralId, round, chain, nature, parties, next);
  }

  /** Referral, sheet or つなぎ戻し. */
  public ReferralKind kind() {
    return nature.kind();
  }

  /** Who connected the household. */
  public AgencyId sender() {
    return parties.sender();
  }

  /** Who was asked. */
  public AgencyId receiver() {
    return parties.receiver();
  }

  /** 協働, 引継ぎ or 助言. */
  public ReferralMode mode() {
    return nature.mode();
  }

  /** 緊急度. */
  public Urgency urgency() {
    return nature.urgency();
  }

  /** When each step was reached, by business time; only the first time counts. */
  public Map<Step, Instant> steps() {
    return course.steps();
  }

  /** How it ended, if it has. */
  public LegEnd end() {
    return course.end();
  }
}
