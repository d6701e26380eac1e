package jp.tsunagu.contract.directory;

import java.util.List;
import jp.tsunagu.contract.lifecycle.FlowRequirement;

/**
 * What the steps of 参加支援 and アウトリーチ wait for in a city, each in the order a person is told of it.
 */
public record SideGates(
    List<FlowRequirement> matching,
    List<FlowRequirement> settling,
    List<FlowRequirement> participationEnd,
    List<FlowRequirement> relating,
    List<FlowRequirement> visiting,
    List<FlowRequirement> outreachEnd) {

  /** Where nothing waits. */
  public static final SideGates FREE =
      new SideGates(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** Keeps unmodifiable copies. */
  public SideGates {
    matching = List.copyOf(matching);
    settling = List.copyOf(settling);
    participationEnd = List.copyOf(participationEnd);
    relating = List.copyOf(relating);
    visiting = List.copyOf(visiting);
    outreachEnd = List.copyOf(outreachEnd);
  }
}
