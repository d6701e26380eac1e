package jp.tsunagu.compose.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralCompleted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;

/** How far the replay got, as the ledger tells it. For one thread. */
final class Course {
  private final Casebook casebook;
  private final List<CaseEvent> events = new ArrayList<>();
  private final Map<CaseId, Set<Class<?>>> kinds = new HashMap<>();
  private final Map<CaseId, Instant> escalations = new HashMap<>();

  Course(Casebook casebook) {
    this.casebook = casebook;
  }

  /** Takes what the ledger gained. */
  void add(Collection<CaseEvent> more) {
    for (var event : more) {
      var caseId = event.header().caseId();
      events.add(event);
      kinds.computeIfAbsent(caseId, _ -> new HashSet<>()).add(event.getClass());
      if (event instanceof ReferralSent sent) {
        escalations.put(caseId, sent.clock().escalateAt());
      } else if (event instanceof ReferralTriaged triaged) {
        escalations.put(caseId, triaged.clock().escalateAt());
      }
    }
  }

  /** Everything so far, in order within a case. */
  List<CaseEvent> events() {
    return List.copyOf(events);
  }

  /** How many consultations came to the end of their story. */
  int finished() {
    return count(
        caseId -> casebook.find(caseId.toString()).filter(it -> ended(caseId, it)).isPresent());
  }

  /** How many silent agencies' cases were given to them. */
  int silent() {
    return count(caseId -> isSilent(caseId) && escalations.containsKey(caseId));
  }

  /** How many of them were put before the desk. */
  int escalated() {
    return count(caseId -> isSilent(caseId) && happened(caseId, OverdueEscalated.class));
  }

  /** When the last of the silent agencies' answers is put before the desk. */
  Optional<Instant> lastEscalation() {
    return escalations.entrySet().stream()
        .filter(due -> isSilent(due.getKey()))
        .map(Map.Entry::getValue)
        .max(Instant::compareTo);
  }

  private int count(Predicate<CaseId> condition) {
    return (int) kinds.keySet().stream().filter(condition).count();
  }

  private boolean isSilent(CaseId caseId) {
    return casebook
        .find(caseId.toString())
        .filter(entry -> entry.story() == Story.SILENT)
        .isPresent();
  }

  private boolean ended(CaseId caseId, Entry entry) {
    return happened(
        caseId,
        entry.story() == Story.COMPLETED ? ReferralCompleted.class : ReferralAccepted.class);
  }

  private boolean happened(CaseId caseId, Class<?> kind) {
    return kinds.getOrDefault(caseId, Set.of()).contains(kind);
  }
}
