package jp.tsunagu.scheduler.agenda;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.MeetingRequestId;

/**
 * Everything an agenda is made from; two equal inputs give one agenda, whatever the order of their
 * lists.
 *
 * @param candidates each request once
 * @param busy where agencies sit in other meetings
 * @param knownUntil what was recorded later is not known yet and is not looked at (as at): the
 *     moment the agenda is published or planned anew
 */
public record PlanInput(
    Sitting sitting,
    List<Candidate> candidates,
    List<BusyTime> busy,
    Instant knownUntil,
    BreakRule breaks) {

  /**
   * Keeps copies.
   *
   * @throws IllegalArgumentException if a request stands twice among the candidates
   */
  public PlanInput {
    candidates = List.copyOf(candidates);
    busy = List.copyOf(busy);
    Set<MeetingRequestId> requests = new HashSet<>();
    if (!candidates.stream().map(Candidate::requestId).allMatch(requests::add)) {
      throw new IllegalArgumentException("a request stands twice among the candidates");
    }
  }

  /** With nobody busy elsewhere and the standard breaks. */
  public static PlanInput of(Sitting sitting, List<Candidate> candidates, Instant knownUntil) {
    return new PlanInput(sitting, candidates, List.of(), knownUntil, BreakRule.standard());
  }

  /** What was recorded by {@code knownUntil}: each of these is placed, carried or refused. */
  public List<Candidate> received() {
    return candidates.stream()
        .filter(candidate -> !candidate.item().request().requestedAt().isAfter(knownUntil))
        .toList();
  }
}
