package jp.tsunagu.scheduler.agenda;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tsunagu.contract.digest.Sha256;
import org.jspecify.annotations.Nullable;

/** The canonical text of an agenda: one line per fact, fields separated by tabs, UTC instants. */
final class AgendaText {

  private static final String NONE = "-";

  private AgendaText() {}

  static String of(Agenda agenda) {
    StringBuilder text = new StringBuilder();
    line(text, "agenda", agenda.startsAt(), agenda.capacityMinutes());
    for (LaneAgenda lane : agenda.lanes()) {
      line(text, "lane", lane.meetingId(), lane.conference(), lane.organiser(), lane.session());
      lane.items().forEach(item -> placed(text, item));
    }
    agenda.carried().forEach(item -> carried(text, item));
    agenda
        .refused()
        .forEach(item -> line(text, "refused", item.caseId(), item.requestId(), item.reason()));
    agenda.conflicts().forEach(conflict -> conflict(text, conflict));
    return text.toString();
  }

  static String digest(Agenda agenda) {
    return Sha256.hex(of(agenda));
  }

  private static void placed(StringBuilder text, PlacedItem item) {
    line(
        text,
        "item",
        item.slot().position(),
        item.startsAt(),
        item.slot().minutes(),
        item.request().caseId(),
        item.requestId(),
        item.request().purpose(),
        item.request().requestedBy(),
        item.agencies().stream().map(Objects::toString).collect(Collectors.joining(",")),
        item.request().lastDecided(),
        item.admittedLate());
  }

  private static void carried(StringBuilder text, CarriedItem item) {
    line(
        text,
        "carried",
        item.caseId(),
        item.requestId(),
        item.meetingId(),
        item.reason(),
        item.next(),
        item.extraProposed());
  }

  private static void conflict(StringBuilder text, Conflict conflict) {
    line(
        text,
        "conflict",
        conflict.agency(),
        conflict.requestId(),
        conflict.meetingId(),
        conflict.other(),
        conflict.from(),
        conflict.until());
  }

  private static void line(StringBuilder text, @Nullable Object... fields) {
    text.append(
            Arrays.stream(fields)
                .map(field -> field == null ? NONE : field.toString())
                .collect(Collectors.joining("\t")))
        .append('\n');
  }
}
