package jp.tsunagu.gateway.decision;

import java.util.List;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ResultReported;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.PassedGate;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;
import org.jspecify.annotations.Nullable;

/** What an event says of a step that was done as an exception. */
final class Passed {

  private static final PassedGate NOTHING = new PassedGate(FlowException.OTHER, List.of());

  private Passed() {}

  /** With nothing missing where it was none. */
  static PassedGate by(CaseEvent event) {
    @Nullable PassedGate passed =
        switch (event) {
          case SupportDecided decided -> decided.passed();
          case CaseHandedBack handedBack -> handedBack.passed();
          case CoordinationClosed closed -> closed.passed();
          case ResultReported reported -> reported.passed();
          case SideSupportMoved moved -> moved.passed();
          case SideSupportEnded ended -> ended.passed();
          default -> throw new AssertionError("no step of the flow: " + event.getClass());
        };
    return passed == null ? NOTHING : passed;
  }
}
