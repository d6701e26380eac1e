package jp.tsunagu.scheduler.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
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
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(of(agenda).getBytes(UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void placed(StringBuilder text, PlacedItem item) {
    line(
        text,
        "item",
        item.position(),
        item.startsAt(),
        item.minutes(),
        item.caseId(),
        item.requestId(),
        item.purpose(),
        item.requestedBy(),
        item.agencies().stream().map(Objects::toString).collect(Collectors.joining(",")),
        item.lastDecided(),
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
