package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** News for the agency's own system: by page, by long poll, or as a stream. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/inbox")
@Tag(name = "受信箱", description = "届いた知らせ")
class InboxController {

  private static final int LARGEST_PAGE = 500;
  private static final int LONGEST_WAIT_SECONDS = 60;

  /**
   * What was told, oldest first.
   *
   * @param next the {@code after} of the next reading
   */
  record News(List<InboxView> items, long next) {}

  private final Records records;
  private final InboxStreams streams;
  private final CurrentDirectory directory;

  InboxController(Records records, InboxStreams streams, CurrentDirectory directory) {
    this.records = records;
    this.directory = directory;
    this.streams = streams;
  }

  @Gives(News.class)
  @GetMapping
  @Operation(
      summary = "知らせを読む(古い順)",
      description = "after より後の知らせを返します。wait(秒、60まで)を付けると、知らせが来るまで待ちます。next を次の after に使います。")
  ResponseEntity<Object> read(
      HttpServletRequest request,
      @Parameter(description = "この位置より後") @RequestParam(defaultValue = "0") long after,
      @Parameter(description = "件数(1から500)") @RequestParam(defaultValue = "100") int limit,
      @Parameter(description = "知らせを待つ秒数(60まで)") @RequestParam(defaultValue = "0") int wait)
      throws InterruptedException {
    if (after < 0 || limit < 1 || limit > LARGEST_PAGE || wait < 0 || wait > LONGEST_WAIT_SECONDS) {
      return CommonProblem.PARAMETER_INVALID
          .saying("after は0以上、limit は1から500、wait は0から60にしてください。")
          .response();
    }
    AgencyId agency = ActingAgency.of(request);
    if (records.isBeyondInbox(agency, after)) {
      return ProblemKind.POSITION_UNKNOWN.problem().about("after").response();
    }
    List<InboxItem> items =
        wait == 0
            ? records.inbox(agency, after, limit)
            : records.awaitInbox(agency, after, limit, Duration.ofSeconds(wait));
    return Answers.ok(
        new News(
            items.stream().map(item -> InboxView.of(item, directory.snapshot())).toList(),
            items.isEmpty() ? after : items.getLast().position()));
  }

  @Gives(
      value = InboxView.class,
      as = MediaType.TEXT_EVENT_STREAM_VALUE,
      description = "知らせが届くたびに一つ")
  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "知らせを受け取り続ける(SSE)",
      description = "各知らせの id が位置です。切れたら Last-Event-ID を付けてつなぎ直すと、続きから届きます。")
  Object stream(
      HttpServletRequest request,
      @Parameter(description = "この位置より後") @RequestParam(defaultValue = "0") long after,
      @Parameter(description = "最後に届いた知らせの位置")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable Long lastEventId) {
    Caller.OfAgency caller = ActingAgency.caller(request);
    long position = lastEventId == null ? after : lastEventId;
    return records.isBeyondInbox(caller.agency(), position)
        ? ProblemKind.POSITION_UNKNOWN.problem().about("after").response()
        : streams.open(caller, position);
  }
}
