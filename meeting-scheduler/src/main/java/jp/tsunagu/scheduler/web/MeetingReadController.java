package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "会議", description = "調整窓口と管理者はすべて、機関は自分が主催する会議だけを読める")
@RestController
final class MeetingReadController {

  private static final String REVISION = "版。なければ最新の版、公表前は案";

  private final ReadingRoom room;

  MeetingReadController(ReadingRoom room) {
    this.room = room;
  }

  @Operation(summary = "会議の一覧", description = "始まる順。これから来る定例も含む。from と to は東京の日")
  @Parameter(name = "from", in = ParameterIn.QUERY, description = "最初の日")
  @Parameter(name = "to", in = ParameterIn.QUERY, description = "最後の日")
  @Parameter(name = "body", in = ParameterIn.QUERY, description = "会議体のID")
  @PageParameters
  @Gives(value = MeetingView.class, list = "meetings")
  @GetMapping("/api/meetings")
  ResponseEntity<Object> meetings(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    Predicate<Meeting> wanted = wanted(query);
    PageRequest page = query.page(Lists.MEETINGS);
    return query.answered(
        () -> room.read(caller, reading -> ResponseEntity.ok(meetings(reading, wanted, page))));
  }

  private static Predicate<Meeting> wanted(Query query) {
    LocalDate from = query.day("from");
    LocalDate to = query.day("to");
    String body = query.text("body");
    return meeting ->
        (body == null || meeting.id().body().value().equals(body)) && isWithin(meeting, from, to);
  }

  private static Map<String, Object> meetings(
      Reading reading, Predicate<Meeting> wanted, PageRequest page) {
    List<Meeting> found = reading.visible().stream().filter(wanted).toList();
    return Page.of(found, page, Lists::place, new MeetingViews(reading)::summary).under("meetings");
  }

  private static boolean isWithin(
      Meeting meeting, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (meeting.startsAt() == null) {
      return true;
    }
    LocalDate day = TokyoTime.dateOf(meeting.startsAt());
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  @Operation(summary = "一つの会議", description = "議題、持ち越し、出欠、決定。公表前は今公表した場合の次第")
  @Gives(MeetingView.class)
  @GetMapping("/api/meetings/{id}")
  ResponseEntity<Object> meeting(Caller caller, @PathVariable String id) {
    return on(
        caller,
        id,
        reading -> meeting -> ResponseEntity.ok(new MeetingViews(reading).detail(meeting)));
  }

  @Operation(summary = "次第(HTML)")
  @Gives(value = byte[].class, as = "text/html", description = "次第")
  @GetMapping("/api/meetings/{id}/agenda.html")
  ResponseEntity<Object> agendaPage(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = REVISION) @RequestParam(required = false)
          @Nullable Integer revision) {
    return on(caller, id, reading -> meeting -> Printed.html(agenda(reading, meeting, revision)));
  }

  @Operation(summary = "次第(PDF)")
  @Gives(value = byte[].class, as = "application/pdf", description = "次第")
  @GetMapping("/api/meetings/{id}/agenda.pdf")
  ResponseEntity<Object> agendaPdf(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = REVISION) @RequestParam(required = false)
          @Nullable Integer revision) {
    return on(caller, id, reading -> meeting -> Printed.pdf(agenda(reading, meeting, revision)));
  }

  @Operation(summary = "出席簿(PDF)")
  @Gives(value = byte[].class, as = "application/pdf", description = "出席簿")
  @GetMapping("/api/meetings/{id}/attendance.pdf")
  ResponseEntity<Object> attendanceSheet(Caller caller, @PathVariable String id) {
    return on(
        caller,
        id,
        reading ->
            meeting ->
                meeting.startsAt() == null
                    ? ProblemCode.MEETING_UNKNOWN.problem().response()
                    : Printed.pdf(new AgendaPapers(reading).attendance(meeting)));
  }

  private static Optional<Paper> agenda(
      Reading reading, Meeting meeting, @Nullable Integer revision) {
    return new AgendaPapers(reading).agenda(meeting, revision);
  }

  private ResponseEntity<Object> on(
      Caller caller,
      String id,
      Function<Reading, Function<Meeting, ResponseEntity<Object>>> answer) {
    return room.read(
        caller,
        reading ->
            reading
                .find(id)
                .map(meeting -> answer.apply(reading).apply(meeting))
                .orElseGet(() -> ProblemCode.MEETING_UNKNOWN.problem().response()));
  }
}
