package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** News for the agency's own system: by page, by long poll, or as a stream. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/inbox")
@Tag(name = "受信箱", description = "届いた知らせ")
class InboxController {

  private static final int LARGEST_PAGE = 500;
  private static final int LONGEST_WAIT_SECONDS = 60;

  private final Records records;
  private final InboxStreams streams;

  InboxController(Records records, InboxStreams streams) {
    this.records = records;
    this.streams = streams;
  }

  @GetMapping
  @Operation(
      summary = "知らせを読む(古い順)",
      description = "after より後の知らせを返します。wait(秒、60まで)を付けると、知らせが来るまで待ちます。next を次の after に使います。")
  ResponseEntity<byte[]> read(
      HttpServletRequest request,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int wait)
      throws InterruptedException {
    if (after < 0 || limit < 1 || limit > LARGEST_PAGE || wait < 0 || wait > LONGEST_WAIT_SECONDS) {
      return Answers.problem(
          CommonProblem.PARAMETER_INVALID.saying("after は0以上、limit は1から500、wait は0から60にしてください。"));
    }
    AgencyId agency = ActingAgency.of(request);
    List<InboxItem> items =
        wait == 0
            ? records.inbox(agency, after, limit)
            : records.awaitInbox(agency, after, limit, Duration.ofSeconds(wait));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("items", items.stream().map(InboxView::of).toList());
    body.put("next", items.isEmpty() ? after : items.getLast().position());
    return Answers.ok(body);
  }

  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "知らせを受け取り続ける(SSE)",
      description = "各知らせの id が位置です。切れたら Last-Event-ID を付けてつなぎ直すと、続きから届きます。")
  SseEmitter stream(
      HttpServletRequest request,
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
    AgencyId agency = ActingAgency.of(request);
    return streams.open(agency, lastEventId == null ? after : lastEventId);
  }
}
