package jp.tsunagu.connector.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.EventWords;

/** What commands brought about, read from the events that their agency was told of. */
final class Happened {

  /** More events than a command makes. */
  private static final int MOST = 200;

  private Happened() {}

  /** These outcomes, those that took effect with what they brought about. */
  static List<CommandOutcome> toldIn(
      AgencyDatabase database,
      InboxRows inbox,
      NetworkDirectory directory,
      List<CommandOutcome> outcomes) {
    Set<Integer> incarnations = Incarnations.known(database);
    Map<UUID, Coded> events = new HashMap<>();
    List<UUID> wanted =
        outcomes.stream().flatMap(outcome -> eventIds(outcome, incarnations)).toList();
    for (CaseEvent event : inbox.events(database, wanted)) {
      events.put(event.header().eventId().value(), EventWords.of(event, directory));
    }
    return outcomes.stream()
        .map(
            outcome ->
                outcome.bringing(
                    eventIds(outcome, incarnations)
                        .filter(events::containsKey)
                        .map(events::get)
                        .toList()))
        .toList();
  }

  private static Stream<UUID> eventIds(CommandOutcome outcome, Set<Integer> incarnations) {
    return outcome.state() instanceof CommandState.Accepted(long first, long last)
        ? LongStream.rangeClosed(first, Math.min(last, first + MOST))
            .boxed()
            .flatMap(
                sequence ->
                    incarnations.stream()
                        .map(each -> EventId.of(outcome.caseId(), sequence, each).value()))
        : Stream.empty();
  }
}
