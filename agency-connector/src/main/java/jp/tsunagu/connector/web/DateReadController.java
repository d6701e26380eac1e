package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.record.DateRecords;
import jp.tsunagu.connector.view.DatesView;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The days the agency is asked for (日程調整). */
@RestController
@RequestMapping("/agencies/{agencyId}/api/meetings/dates")
@Tag(name = "会議", description = "会議の相談・申出、出欠、報告書")
class DateReadController {

  private final DateRecords dates;
  private final Tools tools;

  DateReadController(DateRecords dates, Tools tools) {
    this.dates = dates;
    this.tools = tools;
  }

  @Gives(value = DatesView.class, list = "dates")
  @GetMapping
  @Operation(
      summary = "日程調整の一覧(古い順)",
      description = "まだ日が決まっていないものだけです。answerNeeded は答えていない候補日があることを示します。")
  @PageParameters
  ResponseEntity<Object> dates(
      HttpServletRequest request,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    AgencyId agency = ActingAgency.of(request);
    NetworkDirectory directory = tools.directory().snapshot();
    Query query = new Query(parameters);
    int limit = query.limit();
    Cursor cursor = query.cursor(Lists.DATES, ItemCursors::isId);
    return Lists.answered(
        query,
        "dates",
        () ->
            Page.of(
                dates.open(agency, ItemCursors.position(cursor), limit + 1).stream(),
                limit,
                asked -> ItemCursors.of(Lists.DATES, asked.askedAt(), asked.item()),
                asked -> DatesView.of(asked, agency, directory)));
  }
}
