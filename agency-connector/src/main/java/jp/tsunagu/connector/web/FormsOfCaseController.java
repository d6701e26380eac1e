package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.form.FormCsv;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.form.ShownForms;
import jp.tsunagu.connector.paper.FormPapers;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.FormContentView;
import jp.tsunagu.connector.view.FormVersionView;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.form.FormFacts;
import jp.tsunagu.runtime.paper.PaperAnswer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The forms (様式) of a case as this agency filled them in: their versions, and each on A4. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/cases/{caseId}/forms")
@Tag(name = FormsOfCaseController.TAG, description = "アセスメント・プラン・評価などの様式(この機関の記録)")
class FormsOfCaseController {

  static final String TAG = "案件の様式";

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final String ONE = "/{formId}/{number:[0-9]{1,5}}";

  private final Records records;
  private final FormVersions versions;
  private final ShownForms shown;
  private final FormPapers papers;
  private final Assignees assignees;
  private final CurrentDirectory directory;
  private final FileAnswers files;

  FormsOfCaseController(
      Records records,
      FormVersions versions,
      ShownForms shown,
      FormPapers papers,
      Assignees assignees,
      CurrentDirectory directory,
      FileAnswers files) {
    this.files = files;
    this.directory = directory;
    this.records = records;
    this.versions = versions;
    this.shown = shown;
    this.papers = papers;
    this.assignees = assignees;
  }

  @Gives(value = FormVersionView.class, list = "versions")
  @GetMapping
  @Operation(
      summary = "案件の様式の版(内容なし)",
      description = "この機関が書いたものです。様式ごとに新しい順で、100版までです。古い版は番号で読めます。")
  ResponseEntity<Object> list(HttpServletRequest request, @PathVariable String caseId) {
    AgencyId agency = ActingAgency.of(request);
    Optional<CaseView> found = find(agency, caseId);
    if (found.isEmpty()) {
      return Answers.missing();
    }
    Team team = assignees.team(agency);
    return Answers.ok(
        Map.of(
            "versions",
            versions.of(agency, found.get().caseId()).stream()
                .map(outline -> FormVersionView.of(outline, team, directory.snapshot()))
                .toList()));
  }

  @Gives(FormContentView.class)
  @GetMapping(ONE)
  @Operation(summary = "様式の一つの版", description = "読むと、閲覧の記録に残ります。")
  ResponseEntity<Object> one(
      HttpServletRequest request,
      @PathVariable String caseId,
      @Parameter(description = "様式(例 plan)") @PathVariable String formId,
      @Parameter(description = "版(1から)") @PathVariable int number) {
    Team team = assignees.team(ActingAgency.of(request));
    return version(request, caseId, formId, number, Readers.byInterface(request))
        .map(read -> Answers.ok(FormContentView.of(read.shown(), team, directory.snapshot())))
        .orElseGet(Answers::missing);
  }

  @Gives(value = byte[].class, as = "application/pdf", description = "様式(A4)")
  @GetMapping(ONE + ".pdf")
  @Operation(summary = "様式の一つの版の印刷(A4、PDF)", description = "表裏のある様式は、裏面が新しい頁から始まります。")
  ResponseEntity<Object> paper(
      HttpServletRequest request,
      @PathVariable String caseId,
      @Parameter(description = "様式(例 plan)") @PathVariable String formId,
      @Parameter(description = "版(1から)") @PathVariable int number) {
    return version(request, caseId, formId, number, Readers.onPaper(request))
        .map(
            read ->
                papers.of(
                    ActingAgency.of(request),
                    read.view(),
                    read.form(),
                    read.shown(),
                    CurrentPerson.of(request)))
        .map(paper -> PaperAnswer.pdf(paper.title(), paper.pdf()))
        .orElseGet(Answers::missing);
  }

  @Gives(value = byte[].class, as = "application/octet-stream", description = "ファイル")
  @GetMapping(ONE + "/files/{file}")
  @Operation(
      summary = "様式に付いたファイルを受け取る",
      description = "内容の files の file で指定します。受け取ったことは閲覧の記録に残ります。")
  ResponseEntity<Object> file(
      HttpServletRequest request,
      @PathVariable String caseId,
      @Parameter(description = "様式(例 plan)") @PathVariable String formId,
      @Parameter(description = "版(1から)") @PathVariable int number,
      @Parameter(description = "ファイルの番号") @PathVariable String file) {
    AgencyId agency = ActingAgency.of(request);
    Optional<CaseForm> form = CityForms.read(formId, directory.snapshot());
    return find(agency, caseId)
        .filter(_ -> form.isPresent())
        .flatMap(
            view ->
                shown.file(
                    agency,
                    view.caseId(),
                    form.orElseThrow(),
                    number,
                    file,
                    Readers.byInterface(request)))
        .map(held -> files.of(agency, held))
        .orElseGet(Answers::missing);
  }

  @Gives(value = byte[].class, as = "text/csv")
  @GetMapping(ONE + ".csv")
  @Operation(
      summary = "様式の一つの版(CSV、UTF-8 BOM 付き)",
      description = "一行が一つの行(目標・支援など)です。見出しは、この市の様式の呼び名です。")
  ResponseEntity<Object> csv(
      HttpServletRequest request,
      @PathVariable String caseId,
      @Parameter(description = "様式(例 plan)") @PathVariable String formId,
      @Parameter(description = "版(1から)") @PathVariable int number) {
    return version(request, caseId, formId, number, Readers.byInterface(request))
        .map(
            read ->
                PaperAnswer.file(
                    CSV,
                    read.form().title() + ".csv",
                    FormCsv.of(
                        read.form(),
                        FormFacts.of(
                            read.form().form(), read.shown().told(), directory.snapshot()))))
        .orElseGet(Answers::missing);
  }

  /** A version that somebody reads. */
  private record Read(CaseView view, CaseForm form, ShownForms.Shown shown) {}

  private Optional<Read> version(
      HttpServletRequest request, String caseId, String formId, int number, Reader reader) {
    AgencyId agency = ActingAgency.of(request);
    Optional<CaseView> found = find(agency, caseId);
    Optional<CaseForm> form = CityForms.read(formId, directory.snapshot());
    return found.isEmpty() || form.isEmpty()
        ? Optional.empty()
        : shown
            .find(agency, found.get().caseId(), form.get(), number, reader)
            .map(version -> new Read(found.get(), form.get(), version));
  }

  private Optional<CaseView> find(AgencyId agency, String caseId) {
    return records.lookUp(agency, caseId) instanceof CaseLookup.Found(CaseView found)
        ? Optional.of(found)
        : Optional.empty();
  }
}
