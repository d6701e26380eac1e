package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells which buckets changed, so that a screen asks anew for what it shows. An id is the life of
 * this process and a number; a reader that was away too long, or in an earlier life, is told to ask
 * for everything ({@code reset}).
 */
@Tag(name = "変化の通知", description = "画面が読み直すための知らせ")
@RestController
final class ChangeController {

  private final ChangeStreams streams;

  ChangeController(ChangeStreams streams) {
    this.streams = streams;
  }

  @Operation(
      summary = "変わった集計の単位を送り続ける (SSE)",
      description =
          "Last-Event-ID から続けられる。集計の単位を持たない表(会議、不足した社会資源など)は tables と知らせる。reset が届いたらすべて読み直す。変化がない間は15秒ごとにコメント行を送る")
  @Gives(value = String.class, as = MediaType.TEXT_EVENT_STREAM_VALUE, description = "変わった単位")
  @GetMapping(path = "/api/changes")
  @Nullable ResponseEntity<Object> changes(
      Caller caller,
      @Parameter(description = "最後に届いた id") @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable String last,
      HttpServletRequest request,
      HttpServletResponse response) {
    return Rights.seesAll(caller)
        ? streams.lines().answer(request, response, last)
        : ProblemCode.ONLY_DESK_AND_MANAGERS.problem().response();
  }
}
