package jp.tsunagu.scheduler.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "会議の一覧表")
@RestController
final class ReportController {

  private final ReadingRoom room;

  ReportController(ReadingRoom room) {
    this.room = room;
  }

  /** A report (報告書) of a meeting. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReportView(
      String meetingId,
      @Flat NamedItem item,
      @Nullable AgencyId reporter,
      LocalDate heldOn,
      LocalDate due,
      boolean filed,
      boolean overdue,
      boolean reminded) {}

  @Operation(summary = "報告書の提出・未提出の一覧", description = "会議ごと")
  @PageParameters
  @Gives(value = ReportView.class, list = "reports")
  @GetMapping("/api/reports")
  ResponseEntity<Object> reports(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return room.page(caller, parameters, Lists.REPORTS, ReportController::reports);
  }

  private static Map<String, Object> reports(Reading reading, PageRequest page) {
    List<ReportView> all =
        reading.meetings().all().stream()
            .filter(reading::sees)
            .flatMap(meeting -> reports(reading, meeting).stream())
            .toList();
    return Page.of(all, page, ReportController::place, view -> view).under("reports");
  }

  private static Cursor place(ReportView view) {
    return Cursor.after(
        Lists.REPORTS,
        view.meetingId() + " " + view.item().caseId() + " " + view.item().requestId());
  }

  static List<ReportView> reports(Reading reading, Meeting meeting) {
    var held = meeting.held();
    if (held == null) {
      return List.of();
    }
    LocalDate day = TokyoTime.dateOf(held.heldAt());
    return reading
        .city()
        .body(meeting.id().body())
        .flatMap(body -> reading.city().days(body).reportDue(day))
        .map(
            due ->
                held.items().stream()
                    .map(item -> report(reading, meeting, item, day, due))
                    .toList())
        .orElse(List.of());
  }

  private static ReportView report(
      Reading reading, Meeting meeting, ItemRef ref, LocalDate heldOn, LocalDate due) {
    Optional<MeetingItem> item = reading.known().item(ref);
    boolean filed = item.filter(one -> one.progress().reported()).isPresent();
    return new ReportView(
        meeting.id().value(),
        NamedItem.of(ref, reading),
        item.map(MeetingItem::requestedBy).orElse(null),
        heldOn,
        due,
        filed,
        !filed && TokyoTime.dateOf(reading.now()).isAfter(due),
        meeting.outcome().reminded().contains(ref));
  }
}
