package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import org.jspecify.annotations.Nullable;

/**
 * One time that 多機関協働 was asked for in a case.
 *
 * @param again it had been closed before (再開)
 * @param tenures who coordinated from when on, oldest first, never empty
 * @param route what screening decided, if it did
 * @param ground why it ended without an evaluation that a meeting dealt with; none otherwise
 */
public record Coordinated(
    AgencyId requestedBy,
    boolean again,
    List<Tenure> tenures,
    @Nullable ScreeningRoute route,
    @Nullable ClosingGround ground,
    Map<CoordinationStep, Instant> steps) {

  public Coordinated {
    tenures = List.copyOf(tenures);
    steps = steps.isEmpty() ? Map.of() : new EnumMap<>(steps);
  }

  /** Who coordinates from this time on. */
  public record Tenure(AgencyId coordinator, Instant since) {}

  /** What can happen to it. */
  public enum CoordinationStep {
    /** 調整依頼. */
    REQUESTED,
    /** The coordinator took it on. */
    ACCEPTED,
    /** 支援決定. */
    SUPPORT_DECIDED,
    /** つなぎ戻し was accepted; only the evaluation is left. */
    HANDED_BACK,
    /** 多機関協働の終結, or advice that ended it. */
    ENDED
  }

  /** When it reached this step; none if it has not. */
  public @Nullable Instant at(CoordinationStep step) {
    return steps.get(step);
  }

  /** Who coordinated when, from acceptance to the end. */
  public List<Tenured> held() {
    Instant accepted = at(CoordinationStep.ACCEPTED);
    if (accepted == null) {
      return List.of();
    }
    List<Tenured> held = new ArrayList<>();
    for (int i = 0; i < tenures.size(); i++) {
      Instant from = i == 0 ? accepted : tenures.get(i).since();
      Instant next = i + 1 < tenures.size() ? tenures.get(i + 1).since() : null;
      Instant until = next == null ? at(CoordinationStep.ENDED) : next;
      held.add(new Tenured(tenures.get(i).coordinator(), new Span(from, until)));
    }
    return held;
  }

  /** A coordinator and its time. */
  public record Tenured(AgencyId coordinator, Span span) {}

  Coordinated with(CoordinationStep step, Instant when) {
    EnumMap<CoordinationStep, Instant> more = new EnumMap<>(CoordinationStep.class);
    more.putAll(steps);
    more.putIfAbsent(step, when);
    return new Coordinated(requestedBy, again, tenures, route, ground, more);
  }

  Coordinated screened(ScreeningRoute decided) {
    return new Coordinated(requestedBy, again, tenures, decided, ground, steps);
  }

  Coordinated closed(@Nullable ClosingGround because) {
    return new Coordinated(requestedBy, again, tenures, route, because, steps);
  }

  Coordinated passedTo(AgencyId next, Instant when) {
    List<Tenure> more = new ArrayList<>(tenures);
    more.add(new Tenure(next, when));
    return new Coordinated(requestedBy, again, more, route, ground, steps);
  }

  Coordinated withholding(UnaryOperator<AgencyId> hide) {
    List<Tenure> hidden =
        tenures.stream()
            .map(tenure -> new Tenure(hide.apply(tenure.coordinator()), tenure.since()))
            .toList();
    return new Coordinated(hide.apply(requestedBy), again, hidden, route, ground, steps);
  }
}
