package jp.tsunagu.scheduler.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.Participant;
import jp.tsunagu.contract.meeting.Presence;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who answered what, and who came: agency by agency.
 *
 * @param rows who is called, then whoever else was there
 * @param presences how an agency can take part
 * @param reasons for an absence
 * @param items what an agency that was not called can have come for
 * @param agencies that can be added
 */
record AttendanceTable(
    List<Row> rows,
    List<Coded> presences,
    List<Coded> reasons,
    List<Coded> items,
    List<Coded> agencies) {

  /** So many agencies that were not called can be added at once. */
  private static final int MORE = 3;

  /** Keeps unmodifiable copies. */
  AttendanceTable {
    rows = List.copyOf(rows);
    presences = List.copyOf(presences);
    reasons = List.copyOf(reasons);
    items = List.copyOf(items);
    agencies = List.copyOf(agencies);
  }

  /**
   * An agency.
   *
   * @param place in the posted form
   * @param agency its id; empty where it is still to be chosen
   * @param called whether it was called
   * @param answer what it answered; empty where it did not
   * @param problem what is wrong with the row; none where nothing is
   */
  record Row(
      int place,
      String agency,
      String name,
      boolean called,
      String answer,
      Part part,
      @Nullable String problem) {

    /** The name of a field of this row in the posted form. */
    public String field(String name) {
      return "attendees[" + place + "]." + name;
    }
  }

  /**
   * How an agency took part.
   *
   * @param presence as a code or, where it is only read, as a label; may be empty
   * @param reason likewise
   * @param items words of those it came for
   */
  record Part(String presence, String reason, Set<String> items) {

    private static final Part NONE = new Part("", "", Set.of());

    /** Keeps an unmodifiable copy. */
    Part {
      items = Set.copyOf(items);
    }

    private static Part typed(JsonNode attendee) {
      return new Part(
          attendee.path("presence").asString(""),
          attendee.path("reason").asString(""),
          attendee
              .path("items")
              .valueStream()
              .map(AttendanceTable::word)
              .collect(Collectors.toSet()));
    }
  }

  /** As it stands: answers before, who came after. */
  static AttendanceTable told(Reading reading, Meeting meeting) {
    ConferenceHeld held = meeting.held();
    return of(
        reading,
        meeting,
        held == null ? answered(reading, meeting) : cameTo(reading, meeting, held.participants()));
  }

  /** To be filled in: what was answered is there already. */
  static AttendanceTable empty(Reading reading, Meeting meeting) {
    List<Row> rows = new ArrayList<>(answered(reading, meeting));
    IntStream.range(0, MORE).forEach(_ -> rows.add(blank(rows.size())));
    return of(reading, meeting, rows);
  }

  /** As it was filled in and refused. */
  static AttendanceTable typed(
      Reading reading, Meeting meeting, ObjectNode typed, List<FieldProblem> problems) {
    NetworkDirectory directory = reading.known().directory();
    Map<AgencyId, String> answers = answers(reading, meeting);
    Set<AgencyId> called = called(meeting);
    List<Row> rows = new ArrayList<>();
    for (JsonNode attendee : typed.path("attendees")) {
      String agency = attendee.path("agency").asString("");
      boolean isCalled = called.stream().anyMatch(each -> each.value().equals(agency));
      String prefix = "attendees[" + rows.size() + "]";
      rows.add(
          new Row(
              rows.size(),
              agency,
              isCalled ? directory.nameOf(new AgencyId(agency)) : "",
              isCalled,
              isCalled ? answers.getOrDefault(new AgencyId(agency), "") : "",
              Part.typed(attendee),
              problems.stream()
                  .filter(problem -> problem.field().startsWith(prefix))
                  .map(problem -> problem.problem())
                  .reduce((one, other) -> one + other)
                  .orElse(null)));
    }
    IntStream.range(0, MORE).forEach(_ -> rows.add(blank(rows.size())));
    return of(reading, meeting, rows);
  }

  private static String word(JsonNode item) {
    return item.path("caseId").asString("") + "~" + item.path("requestId").asString("");
  }

  private static Row blank(int place) {
    return new Row(place, "", "", false, "", Part.NONE, null);
  }

  private static AttendanceTable of(Reading reading, Meeting meeting, List<Row> rows) {
    NetworkDirectory directory = reading.known().directory();
    return new AttendanceTable(
        rows,
        Arrays.stream(Presence.values())
            .filter(presence -> presence != Presence.UNKNOWN)
            .map(Coded::of)
            .toList(),
        directory.reasons(CodeList.ABSENCE_REASONS).stream()
            .map(reason -> new Coded(reason.code(), reason.label()))
            .toList(),
        meeting.entries().stream()
            .map(
                entry ->
                    new Coded(
                        PageAddresses.word(entry.item()),
                        PageAddresses.called(reading.numberOf(entry.item().caseId()))))
            .toList(),
        directory.agencies().stream()
            .map(agency -> new Coded(agency.agencyId().value(), agency.name()))
            .toList());
  }

  private static List<Row> answered(Reading reading, Meeting meeting) {
    NetworkDirectory directory = reading.known().directory();
    Map<AgencyId, AttendanceAnswer> answers = codes(reading, meeting);
    List<Row> rows = new ArrayList<>();
    for (AgencyId agency : called(meeting)) {
      AttendanceAnswer answer = answers.get(agency);
      rows.add(
          new Row(
              rows.size(),
              agency.value(),
              directory.nameOf(agency),
              true,
              answer == null ? "" : answer.label(),
              new Part(answer == null ? "" : expected(answer), "", Set.of()),
              null));
    }
    return rows;
  }

  /** As whoever answered so will probably have taken part. */
  private static String expected(AttendanceAnswer answer) {
    return switch (answer) {
      case ATTENDS -> Presence.ATTENDED.name();
      case PROXY -> Presence.PROXY.name();
      case WRITTEN_OPINION -> Presence.WRITTEN_OPINION.name();
      case ABSENT -> Presence.ABSENT.name();
      case OTHER_DATE, UNKNOWN -> "";
    };
  }

  private static List<Row> cameTo(
      Reading reading, Meeting meeting, List<Participant> participants) {
    NetworkDirectory directory = reading.known().directory();
    Map<AgencyId, String> answers = answers(reading, meeting);
    List<Row> rows = new ArrayList<>();
    for (Participant participant : participants) {
      String reason = participant.reason();
      rows.add(
          new Row(
              rows.size(),
              participant.agency().value(),
              directory.nameOf(participant.agency()),
              called(meeting).contains(participant.agency()),
              answers.getOrDefault(participant.agency(), ""),
              new Part(
                  participant.presence().label(),
                  reason == null ? "" : directory.labelOf(reason, CodeList.ABSENCE_REASONS),
                  Set.of()),
              null));
    }
    return rows;
  }

  private static Set<AgencyId> called(Meeting meeting) {
    Set<AgencyId> called = new TreeSet<>();
    meeting.entries().forEach(entry -> called.addAll(entry.invited()));
    called.remove(AgencyId.WITHHELD);
    return called;
  }

  private static Map<AgencyId, String> answers(Reading reading, Meeting meeting) {
    return codes(reading, meeting).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().label()));
  }

  /** The last one counts. */
  private static Map<AgencyId, AttendanceAnswer> codes(Reading reading, Meeting meeting) {
    Map<AgencyId, AttendanceAnswer> answers = new HashMap<>();
    for (AgendaEntry entry : meeting.entries()) {
      reading
          .known()
          .item(entry.item())
          .map(item -> item.notice().answers())
          .orElse(List.of())
          .stream()
          .forEach(answer -> answers.put(answer.agency(), answer.answer()));
    }
    return answers;
  }
}
