package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * One sentence of the domain: why something cannot be done, or nothing.
 *
 * @param <S> what the sentence is about
 */
@FunctionalInterface
interface Rule<S> {

  /** The refusal if the rule is broken. */
  Optional<Refuse> check(S subject);

  /** The first broken rule decides; where all are kept, the outcome. */
  static <S> Decision decide(S subject, List<Rule<S>> rules, Supplier<Decision> outcome) {
    Optional<Refuse> broken = firstBroken(subject, rules);
    return broken.isPresent() ? broken.get() : outcome.get();
  }

  /** The first broken rule, read from the top. */
  static <S> Optional<Refuse> firstBroken(S subject, List<Rule<S>> rules) {
    return rules.stream().map(rule -> rule.check(subject)).flatMap(Optional::stream).findFirst();
  }

  /** A refusal where something does not hold. */
  static Optional<Refuse> require(boolean holds, RefusalCode otherwise) {
    return holds ? Optional.empty() : Optional.of(Refuse.because(otherwise));
  }
}
