package jp.tsunagu.connector.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.paper.MeetingPapers;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.HandedPaper;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.paper.PaperAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Papers for meetings (資料) of a case: those this agency has, or handed out, and each on A4. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/cases/{caseId}/papers")
@Tag(name = FormsOfCaseController.TAG)
class MeetingPapersController {

  private final Records records;
  private final MeetingPapers papers;

  MeetingPapersController(Records records, MeetingPapers papers) {
    this.records = records;
    this.papers = papers;
  }

  /** A copy. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "MeetingPaper", description = "会議の資料の一部(回収資料)")
  record Copy(
      @Schema(description = "資料番号") int number,
      @Schema(description = "議題") MeetingRequestId item,
      @Schema(description = "様式") String formId,
      @Schema(description = "渡した機関") AgencyId agency,
      @Schema(description = "紙で渡したか") boolean onPaper,
      @Schema(description = "内容(開いたあとに読めます)") @Nullable DossierId dossierId,
      @Schema(description = "配布済み・閲覧済み・回収済み") Coded stage,
      @Schema(description = "そうなった日時") Instant changedAt) {}

  @Gives(value = Copy.class, list = "papers")
  @GetMapping
  @Operation(summary = "案件の会議の資料", description = "この機関に渡されたもの(回収されるまで)と、この機関が渡したもの。内容はありません。")
  ResponseEntity<Object> list(HttpServletRequest request, @PathVariable String caseId) {
    AgencyId agency = ActingAgency.of(request);
    return find(agency, caseId)
        .map(
            view ->
                Answers.ok(
                    Map.of(
                        "papers",
                        MeetingPapers.of(agency, view).stream()
                            .map(MeetingPapersController::copy)
                            .toList())))
        .orElseGet(Answers::missing);
  }

  private static Copy copy(HandedPaper paper) {
    return new Copy(
        paper.copy().number(),
        paper.item(),
        paper.form().formId(),
        paper.copy().agency(),
        paper.copy().onPaper(),
        paper.dossierId(),
        Coded.of(paper.stage()),
        paper.changedAt());
  }

  @Gives(value = byte[].class, as = "application/pdf", description = "回収資料(A4)")
  @GetMapping("/{number:[0-9]{1,3}}.pdf")
  @Operation(
      summary = "会議の資料の印刷(A4、PDF)",
      description = "資料番号の入った回収資料です。回収されたものは印刷できません。読むと、閲覧の記録に残ります。")
  ResponseEntity<Object> paper(
      HttpServletRequest request,
      @PathVariable String caseId,
      @Parameter(description = "資料番号") @PathVariable int number) {
    AgencyId agency = ActingAgency.of(request);
    return find(agency, caseId)
        .flatMap(
            view ->
                papers.find(
                    agency, view, number, Readers.onPaper(request), CurrentPerson.of(request)))
        .map(paper -> PaperAnswer.pdf(paper.title(), paper.pdf()))
        .orElseGet(Answers::missing);
  }

  private Optional<CaseView> find(AgencyId agency, String caseId) {
    return records.lookUp(agency, caseId) instanceof CaseLookup.Found(CaseView found)
        ? Optional.of(found)
        : Optional.empty();
  }
}
