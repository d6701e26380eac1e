package jp.tsunagu.scheduler.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "会議の一覧表", description = "持ち越し、臨時の提案、受け付けられなかった指示")
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
      @Flat NamedItem item,
      Coded reason,
      @Nullable LocalDate next,
      @Nullable Instant requestedAt,
      @Nullable AgencyId requestedBy) {}

  @Operation(summary = "締切後・持ち越しの一覧")
  @PageParameters
  @Gives(value = CarriedView.class, list = "carried")
  @GetMapping("/api/carried")
  ResponseEntity<Object> carried(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return room.page(caller, parameters, Lists.CARRIED, OverviewController::carried);
  }

  private record Carried(Meeting meeting, CarriedEntry entry) {}

  private static Map<String, Object> carried(Reading reading, PageRequest page) {
    List<Carried> all =
        reading.meetings().all().stream()
            .filter(reading::sees)
            .flatMap(
                meeting ->
                    meeting.agenda().carried().values().stream()
                        .map(entry -> new Carried(meeting, entry)))
            .toList();
    return Page.of(
            all,
            page,
            each -> Lists.place(Lists.CARRIED, each.meeting().id(), each.entry().item()),
            each -> view(reading, each))
        .under("carried");
  }

  private static CarriedView view(Reading reading, Carried each) {
    CarriedEntry carried = each.entry();
    Optional<MeetingItem> item = reading.known().item(carried.item());
    return new CarriedView(
        each.meeting().id().value(),
        NamedItem.of(carried.item(), reading),
        Coded.of(carried.reason()),
        carried.next(),
        item.map(one -> one.request().requestedAt()).orElse(null),
        item.map(MeetingItem::requestedBy).orElse(null));
  }

  /** A request that waits for a meeting of its own. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProposalView(
      @Flat NamedItem item,
      NamedBody body,
      Coded conference,
      Coded purpose,
      int minutes,
      @Flat Asked asked,
      @Nullable Coded reason,
      boolean atOnce) {}

  /** Who asked for it, and when. */
  record Asked(AgencyId requestedBy, Instant requestedAt) {}

  @Operation(summary = "臨時・単独・事案ごと・緊急の開催が要る相談", description = "求められた順。定例では扱えない理由とともに")
  @PageParameters
  @Gives(value = ProposalView.class, list = "proposals")
  @GetMapping("/api/proposals")
  ResponseEntity<Object> proposals(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return room.page(caller, parameters, Lists.PROPOSALS, OverviewController::proposals);
  }

  private static Map<String, Object> proposals(Reading reading, PageRequest page) {
    List<Outlook.Proposal> all =
        Outlook.proposals(reading.known(), reading.meetings(), reading.now()).stream()
            .filter(each -> mayRead(reading, each))
            .toList();
    return Page.of(all, page, OverviewController::place, each -> view(reading, each))
        .under("proposals");
  }

  private static Cursor place(Outlook.Proposal proposal) {
    ItemRef item = proposal.item();
    return Lists.oldestFirst(
        Lists.PROPOSALS,
        proposal.request().request().requestedAt(),
        item.caseId() + " " + item.requestId() + " " + proposal.body());
  }

  static boolean mayRead(Reading reading, Outlook.Proposal proposal) {
    return switch (reading.caller()) {
      case Caller.Desk _, Caller.Supervisor _, Caller.MeetingSecretary _ -> true;
      case Caller.Administrator _, Caller.ProtectionOfficer _, Caller.Peer _ -> false;
      case Caller.OfAgency agency ->
          proposal.request().requestedBy().equals(agency.agency())
              || reading
                  .city()
                  .body(proposal.body())
                  .filter(body -> body.organiser().equals(agency.agency()))
                  .isPresent();
    };
  }

  private static ProposalView view(Reading reading, Outlook.Proposal proposal) {
    MeetingItem item = proposal.request();
    return new ProposalView(
        NamedItem.of(proposal.item(), reading),
        NamedBody.of(proposal.body(), reading.known().directory()),
        Coded.of(item.conference()),
        Coded.of(item.purpose()),
        item.wish().minutes(),
        new Asked(item.requestedBy(), item.request().requestedAt()),
        proposal.instead() == null ? null : Coded.of(Objects.requireNonNull(proposal.instead())),
        proposal.atOnce());
  }

  /** A wish that the gateway did not carry out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RefusalView(
      String commandId,
      String caseId,
      @Nullable String caseNumber,
      Coded refusal,
      Instant recordedAt) {}

  @Operation(summary = "ゲートウェイが受け付けなかった指示", description = "新しい順に最近の500件")
  @PageParameters
  @Gives(value = RefusalView.class, list = "refusals")
  @GetMapping("/api/refusals")
  ResponseEntity<Object> refusals(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    if (!ReadingRoom.readsAll(caller)) {
      return CommonProblem.NOT_FOUND.problem().response();
    }
    return room.page(caller, parameters, Lists.REFUSALS, this::refusals);
  }

  /** What is about a case that the reader does not know of is not there, in the count neither. */
  private Map<String, Object> refusals(Reading reading, PageRequest page) {
    List<CommandRefused> kept = knowledge.refusals().latest();
    List<CommandRefused> seen =
        kept.stream().filter(each -> room.exists(reading.caller(), each.caseId())).toList();
    Map<String, Object> told =
        Page.of(
                seen,
                page,
                each -> Lists.newestFirst(Lists.REFUSALS, each.recordedAt(), each.commandId()),
                this::view)
            .under("refusals");
    told.put("count", seen.size() == kept.size() ? knowledge.refusals().count() : seen.size());
    return told;
  }

  private RefusalView view(CommandRefused refused) {
    return new RefusalView(
        refused.commandId().toString(),
        refused.caseId().toString(),
        knowledge
            .state(refused.caseId())
            .map(CaseState::caseNumber)
            .map(CaseNumber::value)
            .orElse(null),
        Coded.of(refused.code()),
        refused.recordedAt());
  }
}
