package jp.tsunagu.scheduler.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemResponses;
import jp.tsunagu.scheduler.desk.DeskView;
import jp.tsunagu.scheduler.desk.Meeting;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.web.MeetingView.Code;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "会議の一覧表", description = "持ち越し、報告書、臨時の提案、受け付けられなかった指示")
@ProblemResponses
@RestController
final class OverviewController {

  private final ReadingRoom room;
  private final Knowledge knowledge;

  OverviewController(ReadingRoom room, Knowledge knowledge) {
    this.room = room;
    this.knowledge = knowledge;
  }

  /** A request that is not on an agenda it could have been on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CarriedView(
      String meetingId,
      String caseId,
      String requestId,
      Code reason,
      @Nullable LocalDate next,
      @Nullable Instant requestedAt,
      String requestedBy) {}

  @Operation(summary = "締切後・持ち越しの一覧")
  @GetMapping("/api/carried")
  ResponseEntity<Object> carried(Caller caller) {
    return room.read(
        caller,
        reading -> {
          List<CarriedView> all = new ArrayList<>();
          for (Meeting meeting : reading.meetings().all()) {
            if (reading.sees(meeting)) {
              meeting.carried().values().forEach(each -> all.add(view(reading, meeting, each)));
            }
          }
          return ResponseEntity.ok(Map.of("carried", all));
        });
  }

  private static CarriedView view(Reading reading, Meeting meeting, CarriedEntry carried) {
    Optional<MeetingItem> item = reading.known().item(carried.item());
    return new CarriedView(
        meeting.id().value(),
        carried.item().caseId().toString(),
        carried.item().requestId().toString(),
        new Code(carried.reason().name(), carried.reason().label()),
        carried.next(),
        item.map(MeetingItem::requestedAt).orElse(null),
        item.map(each -> each.requestedBy().value()).orElse(""));
  }

  /** A report (報告書) of a meeting. */
  record ReportView(
      String meetingId,
      String caseId,
      String requestId,
      String reporter,
      LocalDate heldOn,
      LocalDate due,
      boolean filed,
      boolean overdue,
      boolean reminded) {}

  @Operation(summary = "報告書の提出・未提出の一覧")
  @GetMapping("/api/reports")
  ResponseEntity<Object> reports(Caller caller) {
    return room.read(
        caller,
        reading ->
            ResponseEntity.ok(
                Map.of(
                    "reports",
                    reading.meetings().all().stream()
                        .filter(reading::sees)
                        .flatMap(meeting -> reports(reading, meeting).stream())
                        .toList())));
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
    boolean filed = item.filter(MeetingItem::reported).isPresent();
    return new ReportView(
        meeting.id().value(),
        ref.caseId().toString(),
        ref.requestId().toString(),
        item.map(each -> each.requestedBy().value()).orElse(""),
        heldOn,
        due,
        filed,
        !filed && TokyoTime.dateOf(reading.now()).isAfter(due),
        meeting.reminded().contains(ref));
  }

  /** A request that waits for a meeting of its own. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProposalView(
      String caseId,
      String requestId,
      String body,
      Code conference,
      Code purpose,
      int minutes,
      String requestedBy,
      Instant requestedAt,
      @Nullable Code reason,
      boolean atOnce) {}

  @Operation(summary = "臨時・単独・事案ごと・緊急の開催が要る相談", description = "定例では扱えない理由とともに")
  @GetMapping("/api/proposals")
  ResponseEntity<Object> proposals(Caller caller) {
    return room.read(
        caller,
        reading ->
            ResponseEntity.ok(
                Map.of(
                    "proposals",
                    DeskView.proposals(reading.known(), reading.meetings(), reading.now()).stream()
                        .filter(each -> mayRead(reading, each))
                        .map(OverviewController::view)
                        .toList())));
  }

  private static boolean mayRead(Reading reading, DeskView.Proposal proposal) {
    return switch (reading.caller()) {
      case Caller.Desk _, Caller.Supervisor _ -> true;
      case Caller.Peer _ -> false;
      case Caller.OfAgency agency ->
          proposal.request().requestedBy().equals(agency.agency())
              || reading
                  .city()
                  .body(proposal.body())
                  .filter(body -> body.organiser().equals(agency.agency()))
                  .isPresent();
    };
  }

  private static ProposalView view(DeskView.Proposal proposal) {
    MeetingItem item = proposal.request();
    return new ProposalView(
        proposal.item().caseId().toString(),
        proposal.item().requestId().toString(),
        proposal.body().value(),
        new Code(item.conference().name(), item.conference().label()),
        new Code(item.purpose().name(), item.purpose().label()),
        item.minutes(),
        item.requestedBy().value(),
        item.requestedAt(),
        proposal.instead() == null
            ? null
            : new Code(
                Objects.requireNonNull(proposal.instead()).name(),
                Objects.requireNonNull(proposal.instead()).label()),
        proposal.atOnce());
  }

  /** A wish that the gateway did not carry out. */
  record RefusalView(
      String commandId, String caseId, String code, String label, Instant recordedAt) {}

  @Operation(summary = "ゲートウェイが受け付けなかった指示", description = "新しい順に500件まで")
  @GetMapping("/api/refusals")
  ResponseEntity<Object> refusals(Caller caller) {
    return caller instanceof Caller.OfAgency
        ? CommonProblem.NOT_FOUND.problem().response()
        : ResponseEntity.ok(
            Map.of(
                "count",
                knowledge.refusals().count(),
                "refusals",
                knowledge.refusals().latest().stream()
                    .sorted(Comparator.comparing(CommandRefused::recordedAt).reversed())
                    .map(OverviewController::view)
                    .toList()));
  }

  private static RefusalView view(CommandRefused refused) {
    return new RefusalView(
        refused.commandId().toString(),
        refused.caseId().toString(),
        refused.code().name(),
        refused.code().label(),
        refused.recordedAt());
  }
}
