package jp.tsunagu.scheduler.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;

/**
 * A case as the ledger tells it (general view), now and as it stood earlier.
 *
 * @param before the state before its first request for a meeting, which is as far back as can be
 *     asked
 * @param since the events from then on
 */
public record CaseHistory(CaseState before, List<CaseEvent> since, CaseState latest) {

  public CaseHistory {
    since = List.copyOf(since);
  }

  /** A case of which nothing has been read. */
  public static CaseHistory of(CaseState state) {
    return new CaseHistory(state, List.of(), state);
  }

  /** The case after one more event; one that was read before changes nothing. */
  public CaseHistory after(CaseEvent event) {
    if (event.header().sequence() <= latest.sequence()) {
      return this;
    }
    CaseState next = CaseLifecycle.evolve(latest, event);
    if (since.isEmpty() && !(event instanceof MeetingRequested)) {
      return of(next);
    }
    List<CaseEvent> longer = new ArrayList<>(since);
    longer.add(event);
    return new CaseHistory(before, longer, next);
  }

  /** Whether it ever brought anything to a meeting. */
  public boolean hasMeetings() {
    return !latest.meetings().isEmpty();
  }

  /** What was to be known at this moment, the moment included. */
  public CaseHistory until(Instant moment) {
    List<CaseEvent> known =
        since.stream().filter(event -> !event.header().recordedAt().isAfter(moment)).toList();
    return new CaseHistory(before, known, asOf(moment));
  }

  /** The case as its events up to this moment left it, the moment included. */
  public CaseState asOf(Instant moment) {
    CaseState state = before;
    for (CaseEvent event : since) {
      if (event.header().recordedAt().isAfter(moment)) {
        return state;
      }
      state = CaseLifecycle.evolve(state, event);
    }
    return state;
  }
}
