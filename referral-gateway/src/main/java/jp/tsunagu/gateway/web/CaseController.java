package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseReference;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.gateway.view.CaseHistory;
import jp.tsunagu.gateway.view.Disclosure;
import jp.tsunagu.gateway.view.Views;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "案件", description = "自分が関わる案件だけが見える。関わらない案件は、ない案件と同じ答えになる")
@RestController
@RequestMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
final class CaseController {

  private final ReadDesk desk;
  private final Views views;

  CaseController(ReadDesk desk, Views views) {
    this.desk = desk;
    this.views = views;
  }

  @Operation(summary = "案件の一覧", description = "新しい案件から順に並ぶ")
  @FilterParameters
  @Gives(value = CaseView.class, list = "items", description = "一覧の1ページ")
  @GetMapping
  ResponseEntity<Object> list(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return desk.read(caller, reading -> list(reading, new Query(parameters)));
  }

  @Operation(summary = "一つの案件")
  @Gives(value = CaseView.class, description = "案件")
  @GetMapping("/{caseId}")
  ResponseEntity<Object> one(
      Caller caller,
      @Parameter(description = "案件番号 (令和8-01234-4) か案件ID") @PathVariable String caseId) {
    return desk.read(
        caller,
        reading -> ofOne(find(reading, caseId), state -> desk.tagged(view(reading, state))));
  }

  @Operation(summary = "案件の経過", description = "できごとと時刻。asAt を付けると、その時点で分かっていたことだけを見せる")
  @Parameter(
      name = "asAt",
      in = ParameterIn.QUERY,
      description = "いつの時点か。2026-11-21T10:00:00Z か、日本時間で 2026-11-21T19:00")
  @Gives(value = TimelineView.class, description = "経過")
  @GetMapping("/{caseId}/timeline")
  ResponseEntity<Object> timeline(
      Caller caller,
      @Parameter(description = "案件番号 (令和8-01234-4) か案件ID") @PathVariable String caseId,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    Instant asAt = query.moment("asAt");
    return query.answered(
        () ->
            history(
                caller,
                caseId,
                asAt,
                (reading, known, history) -> timeline(reading, known, asAt, history)));
  }

  @Operation(summary = "保護案件の書類の行き先", description = "保護担当だけが見られる。だれに、いつ、どの版が渡り、いつ開封されたか")
  @Gives(value = DisclosuresView.class, description = "渡った書類")
  @GetMapping("/{caseId}/disclosures")
  ResponseEntity<Object> disclosures(
      Caller caller,
      @Parameter(description = "案件番号 (令和8-01234-4) か案件ID") @PathVariable String caseId) {
    return desk.read(
        caller,
        reading ->
            ofOne(
                find(reading, caseId).stream().filter(reading.viewpoint()::guards).toList(),
                known -> disclosures(reading, known)));
  }

  private ResponseEntity<Object> disclosures(Reading reading, CaseState known) {
    CaseId id = known.caseId();
    return desk.respond(
        views.events(id),
        events ->
            desk.untagged(
                DisclosuresView.of(
                    known, Disclosure.of(id, events), reading.names(), incomplete(id))),
        CommonProblem.NOT_READY);
  }

  private ResponseEntity<Object> list(Reading reading, Query query) {
    CaseFilter filter = CaseFilter.read(query, reading.names());
    int limit = query.limit();
    Cursor cursor = query.cursor(Lists.CASES, Ids::isUuid);
    Optional<Problem> problem = query.problem();
    if (problem.isPresent()) {
      return problem.get().response();
    }
    Stream<CaseState> rest =
        reading
            .cases()
            .olderThan(cursor == null ? null : cursor.uuid())
            .flatMap(state -> reading.viewpoint().narrow(state).stream())
            .filter(filter);
    return desk.untagged(
        Page.of(
            rest,
            limit,
            state -> Cursor.after(Lists.CASES, state.caseId().value()),
            state -> view(reading, state)));
  }

  /** What is told of a case and its history, once it is known that the caller may know of it. */
  @FunctionalInterface
  interface Telling {

    /** The body of the answer. */
    Object of(Reading reading, CaseState known, CaseHistory history);
  }

  /**
   * A case as it was known at a moment. Whether the caller may know of it is decided before
   * anything is read for it.
   */
  ResponseEntity<Object> history(
      Caller caller, String caseId, @Nullable Instant asAt, Telling telling) {
    return desk.read(
        caller,
        reading -> ofOne(find(reading, caseId), known -> history(reading, known, asAt, telling)));
  }

  /** The same for a page. */
  ResponseEntity<Object> page(Caller caller, String caseId, @Nullable Instant asAt) {
    return history(
        caller,
        caseId,
        asAt,
        (reading, known, history) ->
            CasePage.of(reading, timeline(reading, known, asAt, history), history.state()));
  }

  private ResponseEntity<Object> history(
      Reading reading, CaseState known, @Nullable Instant asAt, Telling telling) {
    CaseId id = known.caseId();
    boolean hidden = known.everProtected();
    return desk.respond(
        views.events(id),
        events ->
            desk.untagged(
                telling.of(
                    reading, known, CaseHistory.of(id, events, hidden, asAt, reading.viewpoint()))),
        CommonProblem.NOT_READY);
  }

  /** What the interface tells of it. */
  TimelineView timeline(
      Reading reading, CaseState known, @Nullable Instant asAt, CaseHistory history) {
    return TimelineView.of(
        known,
        asAt,
        history,
        reading.viewpoint().seesWhole(known),
        reading.names(),
        incomplete(known.caseId()),
        asAt == null ? reading.today() : TokyoTime.dateOf(asAt));
  }

  private @Nullable String incomplete(CaseId id) {
    return CaseView.incomplete(views.isIncomplete(id));
  }

  /** Those of the cases named so that the caller may know of. */
  private static List<CaseState> find(Reading reading, String caseId) {
    return CaseReference.read(caseId).stream()
        .flatMap(reference -> reading.cases().called(reference).stream())
        .flatMap(state -> reading.viewpoint().narrow(state).stream())
        .toList();
  }

  private static ResponseEntity<Object> ofOne(
      List<CaseState> found, Function<CaseState, ResponseEntity<Object>> answer) {
    return switch (found.size()) {
      case 0 -> ProblemCode.CASE_UNKNOWN.problem().response();
      case 1 -> answer.apply(found.getFirst());
      default ->
          ProblemCode.CASE_NUMBER_AMBIGUOUS
              .problem()
              .about("caseId", found.stream().map(CaseController::choice).toList())
              .response();
    };
  }

  private static Coded choice(CaseState state) {
    Consultation consultation = state.consultation();
    String id = state.caseId().toString();
    return new Coded(
        id,
        consultation == null
            ? id
            : Wareki.formatWithWesternYear(TokyoTime.dateOf(consultation.receivedAt()))
                + "に受け付けた案件");
  }

  private CaseView view(Reading reading, CaseState state) {
    return CaseView.of(
        state,
        reading.viewpoint().seesWhole(state),
        reading.names(),
        incomplete(state.caseId()),
        reading.today());
  }
}
