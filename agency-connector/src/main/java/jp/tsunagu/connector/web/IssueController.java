package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.register.EntryKind;
import jp.tsunagu.connector.register.IssueForms;
import jp.tsunagu.connector.register.IssueMove;
import jp.tsunagu.connector.register.NotedIssue;
import jp.tsunagu.connector.register.Occurrences;
import jp.tsunagu.connector.register.RegisterWork;
import jp.tsunagu.connector.view.IssueView;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.description.Takes;
import jp.tsunagu.runtime.page.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the city lacks (地域課題): noticed by any agency, read by all. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "地域課題", description = "足りない社会資源への気づきと、付議・開発・結果")
class IssueController {

  private static final String ONE = "/issues/{issueId}";
  private static final String NO_NAMES = "すべての機関が読みます。世帯や人のことは書けません。";
  private static final String OWN = "登録した機関と調整窓口だけができます。";

  private final Occurrences occurrences;
  private final Tools tools;
  private final RegisterWork work;
  private final RegisterPosts<CommunityIssue> register;

  IssueController(RegisterWork work, Occurrences occurrences, Tools tools) {
    this.occurrences = occurrences;
    this.tools = tools;
    this.work = work;
    this.register = new RegisterPosts<>(work, EntryKind.ISSUE, this::view);
  }

  @Gives(value = IssueView.class, list = "issues")
  @GetMapping("/issues")
  @Operation(summary = "地域課題", description = "足りないものの名前の順です。")
  @Parameter(
      name = "stage",
      in = ParameterIn.QUERY,
      description = "段階",
      schema = @Schema(implementation = IssueStage.class))
  ResponseEntity<Object> issues(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    IssueStage stage = query.choice("stage", IssueStage.class);
    return query.answered(
        () -> Answers.ok(register.those(one -> stage == null || one.stage() == stage)));
  }

  @Gives(IssueView.class)
  @GetMapping(ONE)
  @Operation(summary = "地域課題(1件)")
  ResponseEntity<Object> issue(@PathVariable String issueId) {
    return register.one(issueId);
  }

  @Gives(IssueView.class)
  @PostMapping("/issues")
  @Operation(summary = "地域課題を登録する", description = NO_NAMES + RegisterPosts.LATE)
  @Takes(IssueForms.Outline.class)
  @NeedsKey
  ResponseEntity<Object> record(HttpServletRequest request) throws IOException {
    return register.record(request);
  }

  @Gives(IssueView.class)
  @PostMapping(ONE)
  @Operation(summary = "地域課題の内容を変える", description = OWN + NO_NAMES + RegisterPosts.LATE)
  @Takes(IssueForms.Change.class)
  @NeedsKey
  ResponseEntity<Object> change(HttpServletRequest request, @PathVariable String issueId)
      throws IOException {
    return register.change(request, issueId);
  }

  @Gives(IssueView.class)
  @PostMapping(ONE + "/submit")
  @Operation(
      summary = "地域課題を会議体に付議する",
      description = "終わったものも、もう一度付議できます。" + OWN + NO_NAMES + RegisterPosts.LATE)
  @Takes(IssueForms.Submit.class)
  @NeedsKey
  ResponseEntity<Object> submit(HttpServletRequest request, @PathVariable String issueId)
      throws IOException {
    return register.act(request, issueId, IssueMove.SUBMIT);
  }

  @Gives(IssueView.class)
  @PostMapping(ONE + "/develop")
  @Operation(summary = "地域課題の開発を始める", description = OWN + NO_NAMES + RegisterPosts.LATE)
  @Takes(IssueForms.Develop.class)
  @NeedsKey
  ResponseEntity<Object> develop(HttpServletRequest request, @PathVariable String issueId)
      throws IOException {
    return register.act(request, issueId, IssueMove.DEVELOP);
  }

  @Gives(IssueView.class)
  @PostMapping(ONE + "/finish")
  @Operation(summary = "地域課題から社会資源ができた", description = OWN + RegisterPosts.LATE)
  @Takes(IssueForms.Finish.class)
  @NeedsKey
  ResponseEntity<Object> finish(HttpServletRequest request, @PathVariable String issueId)
      throws IOException {
    return register.act(request, issueId, IssueMove.FINISH);
  }

  @Gives(IssueView.class)
  @PostMapping(ONE + "/set-aside")
  @Operation(summary = "地域課題を見送る", description = OWN + RegisterPosts.LATE)
  @Takes(IssueForms.SetAside.class)
  @NeedsKey
  ResponseEntity<Object> setAside(HttpServletRequest request, @PathVariable String issueId)
      throws IOException {
    return register.act(request, issueId, IssueMove.SET_ASIDE);
  }

  @Gives(value = IssueView.class, list = "issues")
  @GetMapping("/cases/{caseId}/issues")
  @Operation(summary = "案件で気づいた地域課題", description = "この機関だけの記録です。ほかの機関には、どの世帯で気づいたかは伝わりません。")
  ResponseEntity<Object> noticed(HttpServletRequest request, @PathVariable String caseId) {
    AgencyId agency = ActingAgency.of(request);
    return seen(agency, caseId)
        .map(found -> occurrences.of(agency, found))
        .map(IssueController::standing)
        .map(noted -> Answers.ok(register.those(one -> noted.contains(one.issueId()))))
        .orElseGet(Answers::missing);
  }

  @Gives(IssueView.class)
  @PostMapping("/cases/{caseId}/issues")
  @Operation(
      summary = "案件で気づいた地域課題を登録する",
      description = "登録して、この世帯で気づいたことを数えます。" + NO_NAMES + RegisterPosts.LATE)
  @Takes(IssueForms.Outline.class)
  @NeedsKey
  ResponseEntity<Object> recordFor(HttpServletRequest request, @PathVariable String caseId)
      throws IOException {
    Optional<CaseId> seen = seen(ActingAgency.of(request), caseId);
    return seen.isEmpty()
        ? Answers.missing()
        : register.post(
            request,
            (agency, key, typed) ->
                occurrences.report(
                    agency, work.record(EntryKind.ISSUE, agency, key, typed), seen.get()));
  }

  @Gives(IssueView.class)
  @PostMapping("/cases/{caseId}/issues/{issueId}")
  @Operation(
      summary = "登録されている地域課題に、案件でも気づいた",
      description = "一つの世帯は機関ごとに一度だけ数えます。件数は5件になるまでだれにも示しません。")
  ResponseEntity<Object> report(
      HttpServletRequest request, @PathVariable String caseId, @PathVariable String issueId) {
    AgencyId agency = ActingAgency.of(request);
    return of(agency, caseId, issueId, occurrences::report);
  }

  @Gives(IssueView.class)
  @PostMapping("/cases/{caseId}/issues/{issueId}/take-back")
  @Operation(
      summary = "案件で気づいた地域課題を取り消す",
      description = "誤って記録したときに使います。この世帯は数えられなくなり、取り消したことはこの機関の記録に残ります。もう一度記録できます。")
  ResponseEntity<Object> takeBack(
      HttpServletRequest request, @PathVariable String caseId, @PathVariable String issueId) {
    AgencyId agency = ActingAgency.of(request);
    return of(agency, caseId, issueId, occurrences::takeBack);
  }

  private ResponseEntity<Object> of(
      AgencyId agency, String caseId, String issueId, Occurrences.Noting noting) {
    Optional<CaseId> seen = seen(agency, caseId);
    Optional<CommunityIssue> found = work.find(EntryKind.ISSUE, issueId);
    if (seen.isEmpty() || found.isEmpty()) {
      return Answers.missing();
    }
    noting.note(agency, found.get().issueId(), seen.get());
    return Answers.ok(view(found.get()));
  }

  private static Set<IssueId> standing(List<NotedIssue> noted) {
    return noted.stream()
        .filter(NotedIssue::stands)
        .map(NotedIssue::issueId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<CaseId> seen(AgencyId agency, String caseId) {
    return tools.records().lookUp(agency, caseId) instanceof CaseLookup.Found(CaseView view)
        ? Optional.of(view.caseId())
        : Optional.empty();
  }

  private IssueView view(CommunityIssue one) {
    return IssueView.of(one, tools.directory().snapshot());
  }
}
