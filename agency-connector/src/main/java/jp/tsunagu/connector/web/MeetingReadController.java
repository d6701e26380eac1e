package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.MeetingRecords;
import jp.tsunagu.connector.record.MeetingRecords.Wanted;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.MeetingView;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseReference;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notices of meetings the agency got (開催通知). */
@RestController
@RequestMapping("/agencies/{agencyId}/api/meetings")
@Tag(name = "会議", description = "会議の相談・申出、出欠、報告書")
class MeetingReadController {

  private final MeetingRecords meetings;
  private final Records cases;
  private final Tools tools;

  MeetingReadController(MeetingRecords meetings, Records cases, Tools tools) {
    this.meetings = meetings;
    this.cases = cases;
    this.tools = tools;
  }

  @Gives(value = MeetingView.class, list = "meetings")
  @GetMapping
  @Operation(
      summary = "開催通知の一覧(近い順)",
      description = "取り消された通知は standing.state が CANCELLED です。answerNeeded は出欠を答えていないことを示します。")
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "この日以後の会議。書かなければ今日から、caseId があれば過去の分も")
  @Parameter(
      name = "caseId",
      in = ParameterIn.QUERY,
      description = "この案件の会議だけ。案件番号(令和8-01234-4)か案件ID")
  @PageParameters
  ResponseEntity<Object> meetings(
      HttpServletRequest request,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    LocalDate from = query.day("from");
    String named = query.text("caseId", CaseReference::isOne);
    Asked asked = new Asked(from, query.limit(), query.cursor(Lists.MEETINGS, ItemCursors::isId));
    AgencyId agency = ActingAgency.of(request);
    return query
        .problem()
        .map(Problem::response)
        .orElseGet(() -> named == null ? page(agency, asked, null) : ofCase(agency, asked, named));
  }

  private record Asked(@Nullable LocalDate from, int limit, @Nullable Cursor cursor) {}

  private ResponseEntity<Object> ofCase(AgencyId agency, Asked asked, String named) {
    return switch (cases.lookUp(agency, named)) {
      case CaseLookup.Found(CaseView view) -> page(agency, asked, view.caseId());
      case CaseLookup.Unknown _ -> answer(new Page<>(List.of(), null));
      case CaseLookup.Several several -> ProblemKind.ofSameNumber(several.choices()).response();
    };
  }

  private ResponseEntity<Object> page(AgencyId agency, Asked asked, @Nullable CaseId caseId) {
    NetworkDirectory directory = tools.directory().snapshot();
    Wanted wanted =
        new Wanted(
            first(asked.from(), caseId),
            caseId,
            ItemCursors.position(asked.cursor()),
            asked.limit() + 1);
    return answer(
        Page.of(
            meetings.notices(agency, wanted).stream(),
            asked.limit(),
            notice -> ItemCursors.of(Lists.MEETINGS, notice.slot().startsAt(), notice.item()),
            notice -> MeetingView.of(notice, agency, directory)));
  }

  private static ResponseEntity<Object> answer(Page<MeetingView> page) {
    return Answers.ok(page.under("meetings"));
  }

  private Instant first(@Nullable LocalDate from, @Nullable CaseId caseId) {
    if (from == null && caseId != null) {
      return Instant.EPOCH;
    }
    return TokyoTime.at(from == null ? today() : from, LocalTime.MIN);
  }

  private LocalDate today() {
    return TokyoTime.dateOf(tools.draft().now());
  }
}
