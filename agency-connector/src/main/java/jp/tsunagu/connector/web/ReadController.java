package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.record.Task;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.view.CaseDetail;
import jp.tsunagu.connector.view.DossierJson;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.connector.view.ProtectionNote;
import jp.tsunagu.connector.view.ReferralDetail;
import jp.tsunagu.connector.view.ReferralSummary;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the agency knows: its referrals with their dossiers, its cases, its commands, its tasks. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "閲覧", description = "連絡・案件・指示の結果")
class ReadController {

  private final Records records;
  private final ShownDossiers shown;
  private final CurrentDirectory directory;
  private final Assignees assignees;

  ReadController(
      Records records, ShownDossiers shown, CurrentDirectory directory, Assignees assignees) {
    this.records = records;
    this.assignees = assignees;
    this.shown = shown;
    this.directory = directory;
  }

  @Gives(value = ReferralSummary.class, list = "referrals")
  @GetMapping("/referrals")
  @Operation(
      summary = "連絡の一覧(新しい順)",
      description = "受け手の機関が名簿から外れると receiverLeftOn に日付、receiverLeft に説明が付きます。")
  @Parameter(
      name = "side",
      in = ParameterIn.QUERY,
      description = "この機関の立場",
      schema = @Schema(implementation = Side.class))
  @Parameter(
      name = "stage",
      in = ParameterIn.QUERY,
      description = "段階",
      schema = @Schema(implementation = StageCode.class))
  @Parameter(
      name = "open",
      in = ParameterIn.QUERY,
      description = "true なら終わっていないものだけ",
      schema = @Schema(type = "boolean"))
  @Parameter(
      name = "assignee",
      in = ParameterIn.QUERY,
      description = "担当。MINE(自分の担当)、NONE(担当なし)か、この機関の人の番号",
      schema = @Schema(type = "string"))
  @PageParameters
  ResponseEntity<Object> referrals(
      HttpServletRequest request,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    Side side = query.choice("side", Side.class);
    StageCode stage = query.choice("stage", StageCode.class);
    boolean openOnly = Boolean.TRUE.equals(query.flag("open"));
    Team team = assignees.team(ActingAgency.of(request));
    String assignee = query.choice("assignee", Assignees.choices(caller, team));
    int limit = query.limit();
    Cursor cursor = query.cursor(Lists.REFERRALS, Identifiers::isUuid);
    return Lists.answered(
        query,
        "referrals",
        () -> {
          ReferralId before = cursor == null ? null : ReferralId.of(cursor.id());
          ReferralQuery wanted =
              new ReferralQuery(
                  side,
                  stage,
                  openOnly,
                  Assignees.hands(caller, team, assignee),
                  before,
                  limit + 1);
          return Page.of(
              records.referrals(ActingAgency.of(request), wanted).stream(),
              limit,
              view -> Cursor.after(Lists.REFERRALS, view.referral().referralId()),
              view -> summary(ActingAgency.of(request), view));
        });
  }

  @Gives(ReferralDetail.class)
  @GetMapping("/referrals/{referralId}")
  @Operation(
      summary = "連絡と、開いた書類",
      description =
          "dossiers に書類の欄ごとの中身があります。撤回された欄、戻された連絡の欄は closed で示します。"
              + "openings は、誰がいつ開封し、どの欄を読めたかです。ETag を返します。")
  ResponseEntity<Object> referral(HttpServletRequest request, @PathVariable String referralId) {
    AgencyId agency = ActingAgency.of(request);
    return records
        .findReferral(agency, referralId)
        .map(view -> referral(agency, view, Readers.byInterface(request)))
        .orElseGet(Answers::missing);
  }

  private ReferralSummary summary(AgencyId agency, ReferralView view) {
    return ReferralSummary.of(view, agency, directory.snapshot());
  }

  private ResponseEntity<Object> referral(AgencyId agency, ReferralView view, Reader reader) {
    ReferralId own = view.referral().referralId();
    List<DossierJson> dossiers =
        shown.of(agency, view, reader).stream().map(DossierJson::of).toList();
    return Answers.ok(
        new ReferralDetail(
            summary(agency, view),
            records.settled(agency, own).orElse(null),
            dossiers,
            records.openings(agency, view.caseId(), own)),
        view.version());
  }

  @Gives(value = CaseView.class, list = "cases")
  @GetMapping("/cases")
  @Operation(summary = "案件の一覧(新しい順)")
  @PageParameters
  ResponseEntity<Object> cases(
      HttpServletRequest request,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    int limit = query.limit();
    Cursor cursor = query.cursor(Lists.CASES, Identifiers::isUuid);
    return Lists.answered(
        query,
        "cases",
        () -> {
          CaseId before = cursor == null ? null : CaseId.of(cursor.id());
          return Page.of(
              records.cases(ActingAgency.of(request), before, limit + 1).stream(),
              limit,
              view -> Cursor.after(Lists.CASES, view.caseId()),
              view -> view);
        });
  }

  @Gives(CaseDetail.class)
  @GetMapping("/cases/{caseId}")
  @Operation(
      summary = "案件の状態・指示・書類",
      description =
          "案件IDか案件番号(令和8-01234-4)で探せます。state はこの機関に知らされた範囲の状態です。"
              + "incomplete は state に欠けがある場合だけ、その理由です。ETag を返します。")
  ResponseEntity<Object> caseView(HttpServletRequest request, @PathVariable String caseId) {
    AgencyId agency = ActingAgency.of(request);
    return switch (records.lookUp(agency, caseId)) {
      case CaseLookup.Found(CaseView view) -> caseView(agency, view, Readers.byInterface(request));
      case CaseLookup.Unknown _ -> Answers.missing();
      case CaseLookup.Several several -> ProblemKind.ofSameNumber(several.choices()).response();
    };
  }

  private ResponseEntity<Object> caseView(AgencyId agency, CaseView view, Reader reader) {
    Protection protection = view.state().map(CaseState::protection).orElse(null);
    CaseDetail detail =
        new CaseDetail(
            view,
            ProtectionNote.of(protection, agency),
            records.outcomes(agency, view.caseId()).stream().map(OutcomeView::of).toList(),
            shown.of(agency, view, reader).stream().map(DossierJson::of).toList());
    return Answers.ok(detail, view.version());
  }

  @Gives(OutcomeView.class)
  @GetMapping("/commands/{commandId}")
  @Operation(
      summary = "指示の結果",
      description = "decided が true なら結果が出ています。state が REFUSED なら理由コード、対象の世帯員、次にできることが付きます。")
  ResponseEntity<Object> command(HttpServletRequest request, @PathVariable String commandId) {
    AgencyId agency = ActingAgency.of(request);
    return Identifiers.isUuid(commandId)
        ? records
            .outcome(agency, CommandId.of(commandId))
            .map(outcome -> Answers.ok(OutcomeView.of(outcome)))
            .orElseGet(Answers::missing)
        : Answers.missing();
  }

  @Gives(value = Task.class, list = "tasks")
  @GetMapping("/tasks")
  @Operation(summary = "人の判断を待っていること(古い順)", description = "共有停止の求めへの回答、書類を渡す根拠の確認など。")
  @PageParameters
  ResponseEntity<Object> tasks(
      HttpServletRequest request,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    int limit = query.limit();
    Cursor cursor = query.cursor(Lists.TASKS, Lists::isNumber);
    return Lists.answered(
        query,
        "tasks",
        () -> {
          long after = cursor == null ? 0 : Long.parseLong(cursor.id());
          return Page.of(
              records.openTasks(ActingAgency.of(request), after, limit + 1).stream(),
              limit,
              task -> Cursor.after(Lists.TASKS, task.id()),
              task -> task);
        });
  }
}
