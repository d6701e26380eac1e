package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a referral, asked of one receiver once. Triage and 再開 begin a new round with the same
 * id, so that each round has its own times.
 *
 * @param round from 0
 * @param continues the leg before it in the chain
 * @param asked whether an answer was asked for; not where the receiver itself resumed support
 * @param steps when each step was reached, by business time; only the first time counts
 * @param reason the code of a decline or 差戻し
 * @param questions 照会 and their 回答, in order
 */
public record Leg(
    ReferralId referralId,
    int round,
    ReferralId chainId,
    @Nullable ReferralId continues,
    ReferralKind kind,
    AgencyId sender,
    AgencyId receiver,
    ReferralMode mode,
    Urgency urgency,
    boolean asked,
    Map<Step, Instant> steps,
    LegEnd end,
    @Nullable String reason,
    List<Span> questions) {

  public Leg {
    steps = steps.isEmpty() ? Map.of() : new EnumMap<>(steps);
    questions = List.copyOf(questions);
  }

  /** When it reached this step; none if it has not. */
  public @Nullable Instant at(Step step) {
    return steps.get(step);
  }

  /** Whether it reached this step. */
  public boolean reached(Step step) {
    return steps.containsKey(step);
  }

  /** When it was sent; every leg has been. */
  public Instant sentAt() {
    return steps.getOrDefault(Step.SENT, Instant.EPOCH);
  }

  /** Whether the receiver still owes its decision. */
  public boolean waits() {
    return asked && end == LegEnd.RUNNING && !reached(Step.DECIDED);
  }

  Leg with(Step step, Instant when) {
    if (steps.containsKey(step)) {
      return this;
    }
    EnumMap<Step, Instant> more = new EnumMap<>(Step.class);
    more.putAll(steps);
    more.put(step, when);
    return changed(more, end, reason, questions);
  }

  Leg decided(Instant when) {
    return with(Step.ANSWERED, when).with(Step.DECIDED, when);
  }

  Leg accepted(Instant when) {
    return decided(when).with(Step.ACCEPTED, when);
  }

  Leg ended(LegEnd how, @Nullable String code, Instant when) {
    Leg last = with(Step.ENDED, when);
    return last.changed(last.steps, how, code, last.questions);
  }

  Leg questioned(Instant when) {
    List<Span> more = new ArrayList<>(questions);
    more.add(new Span(when, null));
    Leg answered = with(Step.ANSWERED, when);
    return answered.changed(answered.steps, end, reason, more);
  }

  Leg informed(Instant when) {
    if (questions.isEmpty() || !questions.getLast().isOpen()) {
      return this;
    }
    List<Span> more = new ArrayList<>(questions);
    more.set(more.size() - 1, new Span(more.getLast().from(), when));
    return changed(steps, end, reason, more);
  }

  Leg withAgencies(AgencyId newSender, AgencyId newReceiver) {
    return new Leg(
        referralId,
        round,
        chainId,
        continues,
        kind,
        newSender,
        newReceiver,
        mode,
        urgency,
        asked,
        steps,
        end,
        reason,
        questions);
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
        chainId,
        continues,
        kind,
        sender,
        receiver,
        mode,
        urgency,
        respondBy != null,
        begun,
        LegEnd.RUNNING,
        null,
        List.of());
  }

  private Leg changed(
      Map<Step, Instant> newSteps, LegEnd how, @Nullable String code, List<Span> asking) {
    return new Leg(
        referralId,
        round,
        chainId,
        continues,
        kind,
        sender,
        receiver,
        mode,
        urgency,
        asked,
        newSteps,
        how,
        code,
        asking);
  }
}
