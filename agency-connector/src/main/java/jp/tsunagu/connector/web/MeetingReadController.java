package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.form.Identifiers;
import jp.tsunagu.connector.record.MeetingNotice;
import jp.tsunagu.connector.record.MeetingRecords;
import jp.tsunagu.connector.view.MeetingView;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notices of meetings the agency got (開催通知). */
@RestController
@RequestMapping("/agencies/{agencyId}/api/meetings")
@Tag(name = "会議", description = "会議の相談・申出、出欠、報告書")
class MeetingReadController {

  private static final int LARGEST_PAGE = 200;

  private final MeetingRecords records;
  private final Toolbox tools;

  MeetingReadController(MeetingRecords records, Toolbox tools) {
    this.records = records;
    this.tools = tools;
  }

  @GetMapping
  @Operation(
      summary = "開催通知の一覧(近い順)",
      description =
          "from(日付)以後の会議です。書かなければ今日からです。caseId を付けると、その案件の会議を過去の分も返します。"
              + "取り消された通知は standing.state が CANCELLED です。answerNeeded は出欠を答えていないことを示します。")
  ResponseEntity<byte[]> meetings(
      HttpServletRequest request,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable String caseId,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > LARGEST_PAGE || (caseId != null && !Identifiers.isUuid(caseId))) {
      return Answers.problem(
          CommonProblem.PARAMETER_INVALID.saying("limit は1から200、caseId は案件番号にしてください。"));
    }
    AgencyId agency = ActingAgency.of(request);
    List<MeetingNotice> notices =
        caseId == null
            ? records.from(
                agency, TokyoTime.at(from == null ? today() : from, LocalTime.MIN), limit)
            : records.ofCase(agency, CaseId.of(caseId));
    NetworkDirectory directory = tools.directory().snapshot();
    return Answers.ok(
        Map.of(
            "meetings",
            notices.stream().map(notice -> MeetingView.of(notice, agency, directory)).toList()));
  }

  private LocalDate today() {
    return TokyoTime.dateOf(tools.draft().now());
  }
}
