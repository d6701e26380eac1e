package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.record.AskedDates;
import jp.tsunagu.connector.record.DateRecords;
import jp.tsunagu.connector.record.DateRecords.Position;
import jp.tsunagu.connector.view.DatesView;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.Query;
import org.jspecify.annotations.Nullable;
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
    Cursor cursor = query.cursor(Lists.DATES, DateReadController::isPosition);
    return Lists.answered(
        query,
        "dates",
        () ->
            Page.of(
                dates.open(agency, position(cursor), limit + 1).stream(),
                limit,
                DateReadController::place,
                asked -> DatesView.of(asked, agency, directory)));
  }

  private static Cursor place(AskedDates asked) {
    return new Cursor(
        Lists.DATES,
        0,
        asked.askedAt().toEpochMilli(),
        asked.item().requestId() + " " + asked.item().meetingId());
  }

  private static boolean isPosition(String id) {
    String[] parts = id.split(" ", 2);
    return parts.length == 2 && Identifiers.isUuid(parts[0]);
  }

  private static @Nullable Position position(@Nullable Cursor cursor) {
    if (cursor == null) {
      return null;
    }
    String[] parts = cursor.id().split(" ", 2);
    return new Position(
        Instant.ofEpochMilli(cursor.time()), MeetingRequestId.of(parts[0]), parts[1]);
  }
}
