package jp.tsunagu.gateway.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a case at a moment (as at): the events recorded by then and the state they
 * make.
 *
 * @param state the state at that moment as the caller may see it; none when it could not know of
 *     the case yet
 * @param moments the events the caller may see, in order
 */
public record CaseHistory(@Nullable CaseState state, List<Moment> moments) {

  public CaseHistory {
    moments = List.copyOf(moments);
  }

  /** One event and the state right after it. */
  public record Moment(CaseEvent event, CaseState after) {}

  /**
   * Replays a case.
   *
   * @param events with what the ledger withholds of them
   * @param hidden whether the case is or was protected, as is known today
   * @param asAt the moment; none means now
   */
  public static CaseHistory of(
      CaseId caseId,
      List<CaseEvent> events,
      boolean hidden,
      @Nullable Instant asAt,
      Viewpoint viewpoint) {
    CaseState state = CaseState.beforeFirst(caseId);
    List<Moment> moments = new ArrayList<>();
    for (CaseEvent event : events) {
      if (asAt == null || !event.header().recordedAt().isAfter(asAt)) {
        state = CaseLifecycle.evolve(state, event);
        if (viewpoint.sees(state, event, hidden)) {
          moments.add(new Moment(viewpoint.told(state, event, hidden), state));
        }
      }
    }
    Optional<CaseState> shown =
        state.sequence() == 0 ? Optional.empty() : viewpoint.narrow(state, hidden);
    return new CaseHistory(shown.orElse(null), moments);
  }
}
