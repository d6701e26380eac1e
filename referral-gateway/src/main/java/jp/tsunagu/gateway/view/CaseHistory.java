package jp.tsunagu.gateway.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.GeneralView;
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
   * @param withheld the case is or was protected: what was written before is masked too
   * @param asAt the moment; none means now
   */
  public static CaseHistory of(
      CaseId caseId,
      List<CaseEvent> events,
      boolean withheld,
      @Nullable Instant asAt,
      Viewpoint viewpoint) {
    CaseState state = CaseState.beforeFirst(caseId);
    List<Moment> moments = new ArrayList<>();
    for (CaseEvent written : events) {
      if (asAt == null || !written.header().recordedAt().isAfter(asAt)) {
        CaseEvent event = GeneralView.of(written, withheld, viewpoint.desk());
        state = CaseLifecycle.evolve(state, event);
        if (viewpoint.sees(state, event, withheld)) {
          moments.add(new Moment(viewpoint.told(state, event, withheld), state));
        }
      }
    }
    Optional<CaseState> shown =
        state.sequence() == 0 ? Optional.empty() : viewpoint.narrow(state, withheld);
    return new CaseHistory(shown.orElse(null), moments);
  }
}
