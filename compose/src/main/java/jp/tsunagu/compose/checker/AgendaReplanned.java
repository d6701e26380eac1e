package jp.tsunagu.compose.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every agenda that was published is what the planner makes anew of the ledger; what a meeting was
 * called for stands on one agenda, once; whoever is invited was told once.
 */
final class AgendaReplanned implements Guarantee {
  private final List<Found.Agenda> agendas = new ArrayList<>();
  private final List<String> called = new ArrayList<>();

  @Override
  public void met(Found.Meetings meetings) {
    agendas.addAll(meetings.agendas());
    called.addAll(meetings.called());
  }

  @Override
  public List<String> broken() {
    if (agendas.isEmpty()) {
      return List.of("nobody met");
    }
    var broken = new ArrayList<String>();
    for (var agenda : agendas) {
      if (!agenda.items().equals(agenda.replanned())) {
        broken.add(
            agenda + " says " + agenda.items() + ", planned anew it is " + agenda.replanned());
      }
      if (!sorted(agenda.told()).equals(sorted(agenda.invited()))) {
        broken.add(agenda + " told " + agenda.told() + ", to be told were " + agenda.invited());
      }
    }
    broken.addAll(misplaced());
    return broken;
  }

  /** By what agendas say in the end: an item may have been on another one before. */
  private List<String> misplaced() {
    var latest = new HashMap<String, Found.Agenda>();
    agendas.forEach(each -> latest.put(each.meeting(), each));
    Map<String, Integer> times = new HashMap<>();
    latest.values().stream()
        .flatMap(each -> each.items().stream())
        .map(Found.Line::item)
        .forEach(item -> times.merge(item, 1, Integer::sum));
    var broken = new ArrayList<String>();
    times.forEach(
        (item, number) -> {
          if (number > 1) {
            broken.add("item " + item + " stands on agendas " + number + " times");
          }
        });
    Set.copyOf(called).stream()
        .filter(item -> !times.containsKey(item))
        .forEach(item -> broken.add("item " + item + " was called for and stands on no agenda"));
    return broken;
  }

  private static List<String> sorted(List<String> all) {
    return all.stream().sorted().toList();
  }
}
