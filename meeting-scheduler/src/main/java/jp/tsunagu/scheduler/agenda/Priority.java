package jp.tsunagu.scheduler.agenda;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;

/** Who comes first when not everyone fits: the rules in the order they are asked. */
final class Priority {

  static final Comparator<Entry> ALREADY_ON_THE_AGENDA = first(Entry::isKept);
  static final Comparator<Entry> EMERGENCY_FIRST = first(entry -> entry.candidate().isEmergency());
  static final Comparator<Entry> MONITORING_THAT_IS_DUE =
      first(entry -> entry.candidate().isReturn());
  static final Comparator<Entry> PLACED_BY_HAND =
      first(entry -> entry.candidate().byHand() != null);
  static final Comparator<Entry> CARRIED_BEFORE =
      comparingInt((Entry entry) -> entry.candidate().timesCarried()).reversed();
  static final Comparator<Entry> LONGEST_WAITING =
      comparing((Entry entry) -> entry.candidate().item().request().requestedAt());
  static final Comparator<Entry> BY_ID = comparing(Entry::candidate, Priority::byIds);

  static final List<Comparator<Entry>> RULES =
      List.of(
          ALREADY_ON_THE_AGENDA,
          EMERGENCY_FIRST,
          MONITORING_THAT_IS_DUE,
          PLACED_BY_HAND,
          CARRIED_BEFORE,
          LONGEST_WAITING,
          BY_ID);

  static final Comparator<Entry> ORDER =
      RULES.stream().reduce(Comparator::thenComparing).orElseThrow();

  private Priority() {}

  static int byIds(Candidate one, Candidate other) {
    return byIds(one.caseId(), one.requestId(), other.caseId(), other.requestId());
  }

  static int byIds(CaseId oneCase, MeetingRequestId one, CaseId otherCase, MeetingRequestId other) {
    int cases = unsigned(oneCase.value(), otherCase.value());
    return cases != 0 ? cases : unsigned(one.value(), other.value());
  }

  /** As their texts; {@link UUID#compareTo} compares signed. */
  private static int unsigned(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  private static Comparator<Entry> first(Predicate<Entry> rule) {
    return comparing((Entry entry) -> !rule.test(entry));
  }
}
