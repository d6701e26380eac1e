package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.form.Identifiers;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralQuery;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.view.DossierJson;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.connector.view.ReferralSummary;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the agency knows: its referrals with their dossiers, its cases, its commands, its tasks. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "閲覧", description = "連絡・案件・指示の結果")
class ReadController {

  private static final int LARGEST_PAGE = 200;

  private final Records records;
  private final CurrentDirectory directory;

  ReadController(Records records, CurrentDirectory directory) {
    this.records = records;
    this.directory = directory;
  }

  @GetMapping("/referrals")
  @Operation(
      summary = "連絡の一覧(新しい順)",
      description =
          "side は SENDER・RECEIVER・OBSERVER、stage は段階の名前、open=true で終わっていないものだけ。"
              + "next の値を before に付けると続きを読めます。"
              + "受け手の機関が名簿から外れると receiverLeftOn に日付、receiverLeft に説明が付きます。")
  ResponseEntity<byte[]> referrals(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable Side side,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > LARGEST_PAGE || (before != null && !Identifiers.isUuid(before))) {
      return pageProblem();
    }
    AgencyId agency = ActingAgency.of(request);
    ReferralId cursor = before == null ? null : ReferralId.of(before);
    List<ReferralSummary> page =
        records.referrals(agency, new ReferralQuery(side, stage, open, cursor, limit)).stream()
            .map(this::summary)
            .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("referrals", page);
    if (page.size() == limit) {
      body.put("next", page.getLast().referralId());
    }
    return Answers.ok(body);
  }

  @GetMapping("/referrals/{referralId}")
  @Operation(
      summary = "連絡と、開いた書類",
      description = "dossiers に書類の欄ごとの中身があります。撤回された欄は closed と message で示します。ETag を返します。")
  ResponseEntity<byte[]> referral(HttpServletRequest request, @PathVariable String referralId) {
    AgencyId agency = ActingAgency.of(request);
    Optional<ReferralView> found =
        Identifiers.isUuid(referralId)
            ? records.findReferral(agency, ReferralId.of(referralId))
            : Optional.empty();
    return found.map(view -> referral(agency, view)).orElseGet(Answers::notFound);
  }

  private ReferralSummary summary(ReferralView view) {
    return ReferralSummary.of(view, directory.snapshot());
  }

  private ResponseEntity<byte[]> referral(AgencyId agency, ReferralView view) {
    ObjectNode body = ViewJson.MAPPER.valueToTree(summary(view));
    ArrayNode dossiers = body.putArray("dossiers");
    ReferralId own = view.referral().referralId();
    records.dossiers(agency, view.caseId()).stream()
        .filter(
            dossier ->
                dossier.referralId().map(own::equals).orElse(false)
                    || dossier.dossierId().equals(view.referral().dossierId()))
        .forEach(dossier -> dossiers.add(DossierJson.of(dossier)));
    return Answers.ok(body, view.version());
  }

  @GetMapping("/cases")
  @Operation(summary = "案件の一覧(新しい順)")
  ResponseEntity<byte[]> cases(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > LARGEST_PAGE || (before != null && !Identifiers.isUuid(before))) {
      return pageProblem();
    }
    AgencyId agency = ActingAgency.of(request);
    CaseId cursor = before == null ? null : CaseId.of(before);
    List<CaseView> page = records.cases(agency, cursor, limit);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("cases", page);
    if (page.size() == limit) {
      body.put("next", page.getLast().caseId());
    }
    return Answers.ok(body);
  }

  @GetMapping("/cases/{caseId}")
  @Operation(
      summary = "案件の状態・指示・書類",
      description = "state はこの機関に知らされた範囲の状態です。incomplete は state に欠けがある場合だけ、その理由です。ETag を返します。")
  ResponseEntity<byte[]> caseView(HttpServletRequest request, @PathVariable String caseId) {
    AgencyId agency = ActingAgency.of(request);
    Optional<CaseView> found =
        Identifiers.isUuid(caseId) ? records.findCase(agency, CaseId.of(caseId)) : Optional.empty();
    return found.map(view -> caseView(agency, view)).orElseGet(Answers::notFound);
  }

  private ResponseEntity<byte[]> caseView(AgencyId agency, CaseView view) {
    ObjectNode body = ViewJson.MAPPER.valueToTree(view);
    body.set(
        "commands",
        ViewJson.MAPPER.valueToTree(
            records.outcomes(agency, view.caseId()).stream().map(OutcomeView::of).toList()));
    ArrayNode dossiers = body.putArray("dossiers");
    records.dossiers(agency, view.caseId()).forEach(held -> dossiers.add(DossierJson.of(held)));
    return Answers.ok(body, view.version());
  }

  @GetMapping("/commands/{commandId}")
  @Operation(
      summary = "指示の結果",
      description =
          "state は pending・accepted・refused・unreadable。refused なら理由コード、説明、対象の世帯員、次にできることが付きます。")
  ResponseEntity<byte[]> command(HttpServletRequest request, @PathVariable String commandId) {
    AgencyId agency = ActingAgency.of(request);
    return Identifiers.isUuid(commandId)
        ? records
            .outcome(agency, CommandId.of(commandId))
            .map(outcome -> Answers.ok(OutcomeView.of(outcome)))
            .orElseGet(Answers::notFound)
        : Answers.notFound();
  }

  @GetMapping("/tasks")
  @Operation(summary = "人の判断を待っていること", description = "共有停止の求めへの回答、書類を渡す根拠の確認など。")
  ResponseEntity<byte[]> tasks(HttpServletRequest request) {
    AgencyId agency = ActingAgency.of(request);
    return Answers.ok(Map.of("tasks", records.openTasks(agency)));
  }

  private static ResponseEntity<byte[]> pageProblem() {
    return Answers.problem(
        CommonProblem.PARAMETER_INVALID.saying("limit は1から200、before は前のページの next の値にしてください。"));
  }
}
