package jp.tsunagu.contract.lifecycle;

import java.util.List;

/**
 * A step was done without all it would have waited for (例外).
 *
 * @param missing what was missing
 */
public record PassedGate(FlowException reason, List<FlowRequirement> missing) {

  /** Keeps an unmodifiable copy. */
  public PassedGate {
    missing = List.copyOf(missing);
  }
}
