package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.takeout.Takeouts;
import jp.tsunagu.connector.takeout.Taking;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.description.Gives;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All records of an agency, for who leads it; for everybody else there is nothing here. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "記録の持ち出し", description = "この機関の記録をすべて(機関の責任者だけ)")
class TakeoutController {

  private static final String ZIP = "application/zip";

  private final Takeouts takeouts;
  private final Clock clock;

  TakeoutController(Takeouts takeouts, Clock clock) {
    this.takeouts = takeouts;
    this.clock = clock;
  }

  @Gives(
      value = byte[].class,
      as = ZIP,
      description = "JSON・CSV・PDF の ZIP。最後のファイルが manifest.json です。")
  @GetMapping("/records.zip")
  @Operation(
      summary = "この機関の記録をすべて持ち出す(ZIP)",
      description =
          "この機関の責任者がログインして使います。案件ごとの JSON、種類ごとの CSV(UTF-8 BOM 付き)、つなぐシートと様式の PDF、添付ファイル。"
              + "読めないもの(開封していない連絡の書類、撤回された欄など)は入らず、件数が manifest.json に載ります。"
              + "読んだ内容ごとに閲覧の記録に残ります。一度に1つで、別の持ち出しの間は 409 です。")
  @Nullable ResponseEntity<Object> takeOut(
      HttpServletRequest request,
      HttpServletResponse response,
      @Parameter(hidden = true) Caller caller)
      throws IOException {
    if (!(caller instanceof Caller.AgencyStaff lead) || !lead.leads()) {
      return Answers.missing();
    }
    if (!takeouts.begins(lead.agency())) {
      return ProblemKind.TAKEOUT_RUNNING.problem().response();
    }
    response.setContentType(ZIP);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(
                "%s %s.zip".formatted(lead.agency(), TokyoTime.dateOf(clock.instant())),
                StandardCharsets.UTF_8)
            .build()
            .toString());
    takeouts.write(
        new Taking(lead.agency(), Readers.takingOut(request), CurrentPerson.of(request)),
        response.getOutputStream());
    return null;
  }
}
