package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file, so that all of it can be told at once. */
final class Faults {

  private final List<NetworkFault> found = new ArrayList<>();

  void add(Node where, String field, String problem, String fix) {
    add(lineOf(where), field, problem, fix);
  }

  void add(int line, String field, String problem, String fix) {
    found.add(new NetworkFault(line, field, problem, fix));
  }

  /** In the order of the file. */
  List<NetworkFault> inOrder() {
    return found.stream().sorted().toList();
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
