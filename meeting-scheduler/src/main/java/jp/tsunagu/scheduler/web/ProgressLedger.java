package jp.tsunagu.scheduler.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.scheduler.delivery.NoticePapers;
import jp.tsunagu.scheduler.meeting.CaseHistory;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.paper.CaseNumber;
import jp.tsunagu.scheduler.paper.CaseStanding;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper.LastMeeting;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper.Role;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper.Row;
import jp.tsunagu.scheduler.paper.ProgressStage;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/** The progress of every case that came to a meeting (進行管理台帳). */
record ProgressLedger(Reading reading) {

  ProgressLedgerPaper paper() {
    NoticePapers names = names();
    String desk = reading.known().directory().desk().map(names::nameOf).orElse("");
    return new ProgressLedgerPaper(
        desk,
        TokyoTime.dateOf(reading.now()),
        reading.now(),
        cases().stream()
            .sorted(Comparator.comparing(ProgressLedger::place))
            .map(this::row)
            .toList());
  }

  /** A case of it for JSON. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LedgerRow(
      @Flat NamedCase called,
      List<MeetingView.Role> roles,
      List<AgencyId> leads,
      @Nullable LastMeeting lastMeeting,
      @Nullable MonitoringPeriod monitoring,
      @Nullable LocalDate nextEvaluation,
      Coded stage,
      int reportsOutstanding) {}

  /** A part of it. */
  Page<LedgerRow> rows(PageRequest page) {
    return Page.of(cases(), page, ProgressLedger::place, this::told);
  }

  /** The same as it is printed. */
  Page<Row> printed(PageRequest page) {
    return Page.of(cases(), page, ProgressLedger::place, this::row);
  }

  private LedgerRow told(CaseState state) {
    Row row = row(state);
    Optional<ItemSettled> last = last(state).map(Decision::settled);
    return new LedgerRow(
        new NamedCase(state.caseId().toString(), row.caseNumber().value()),
        last.map(settled -> settled.agreed().roles()).orElse(List.of()).stream()
            .map(role -> new MeetingView.Role(role.agency(), code(role.role())))
            .toList(),
        last.map(settled -> settled.agreed().leads()).orElse(List.of()).stream()
            .map(Lead::agency)
            .distinct()
            .toList(),
        row.standing().lastMeeting(),
        row.standing().monitoring(),
        row.standing().nextEvaluation(),
        Coded.of(row.standing().stage()),
        row.standing().reportsOutstanding());
  }

  private Coded code(String role) {
    return new Coded(role, reading.known().directory().labelOf(role, CodeList.ROLES));
  }

  private Optional<Decision> last(CaseState state) {
    return decisions(state.caseId()).max(Comparator.comparing(Decision::heldAt));
  }

  private List<CaseState> cases() {
    return reading.known().cases().values().stream().map(CaseHistory::latest).toList();
  }

  private static Cursor place(CaseState state) {
    return Lists.oldestFirst(Lists.PROGRESS, firstAsked(state), state.caseId());
  }

  private NoticePapers names() {
    return new NoticePapers(reading.known());
  }

  private static Instant firstAsked(CaseState state) {
    return state.meetings().stream()
        .map(item -> item.request().requestedAt())
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private Row row(CaseState state) {
    Optional<Decision> last = last(state);
    MonitoringPeriod monitoring = last.map(each -> each.settled().monitoring()).orElse(null);
    return new Row(
        state.caseId().value(),
        CaseNumber.of(state),
        last.map(each -> each.settled().agreed().roles()).orElse(List.of()).stream()
            .map(this::role)
            .toList(),
        last.map(each -> each.settled().agreed().leads()).orElse(List.of()).stream()
            .map(Lead::agency)
            .distinct()
            .map(names()::nameOf)
            .toList(),
        new CaseStanding(
            lastMeeting(state.caseId()),
            monitoring,
            dueOf(state),
            stage(state, monitoring),
            outstanding(state.caseId())));
  }

  private record Decision(Instant heldAt, ItemSettled settled) {}

  private Stream<Decision> decisions(CaseId caseId) {
    return reading.meetings().all().stream()
        .filter(meeting -> meeting.held() != null)
        .flatMap(
            meeting ->
                meeting.outcome().settled().values().stream()
                    .filter(settled -> settled.item().caseId().equals(caseId))
                    .map(
                        settled ->
                            new Decision(
                                Objects.requireNonNull(meeting.held()).heldAt(), settled)));
  }

  private Role role(AgencyRole role) {
    String label = reading.known().directory().labelOf(role.role(), CodeList.ROLES);
    return new Role(names().nameOf(role.agency()), label);
  }

  private @Nullable LastMeeting lastMeeting(CaseId caseId) {
    return reading.meetings().all().stream()
        .map(Meeting::held)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .filter(held -> held.items().stream().anyMatch(item -> item.caseId().equals(caseId)))
        .max(Comparator.comparing(ConferenceHeld::heldAt))
        .map(held -> new LastMeeting(TokyoTime.dateOf(held.heldAt()), held.conference()))
        .orElse(null);
  }

  private static @Nullable LocalDate dueOf(CaseState state) {
    return state.meetings().stream()
        .filter(item -> item.stage() == ItemStage.OPEN)
        .flatMap(item -> Optional.ofNullable(item.due()).stream())
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private ProgressStage stage(CaseState state, @Nullable MonitoringPeriod monitoring) {
    LocalDate today = TokyoTime.dateOf(reading.now());
    List<MeetingItem> open =
        state.meetings().stream().filter(item -> item.stage() == ItemStage.OPEN).toList();
    if (state.coordination() instanceof Coordination.Closed) {
      return ProgressStage.COORDINATION_ENDED;
    }
    if (state.meetings().stream().anyMatch(item -> item.stage() == ItemStage.HELD)) {
      return ProgressStage.WAITING_FOR_DECISION;
    }
    if (open.stream().anyMatch(item -> item.place() != null)) {
      return ProgressStage.SCHEDULED;
    }
    LocalDate due = dueOf(state);
    if (due != null) {
      return today.isAfter(due) ? ProgressStage.EVALUATION_OVERDUE : ProgressStage.MONITORING;
    }
    if (open.stream().anyMatch(item -> item.route() == null)) {
      return ProgressStage.SCREENING;
    }
    return open.isEmpty() && monitoring != null
        ? ProgressStage.MONITORING
        : ProgressStage.WAITING_FOR_MEETING;
  }

  private int outstanding(CaseId caseId) {
    return (int)
        reading.meetings().all().stream()
            .flatMap(meeting -> ReportController.reports(reading, meeting).stream())
            .filter(report -> report.item().caseId().equals(caseId.toString()) && !report.filed())
            .count();
  }
}
