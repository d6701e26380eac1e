package jp.tsunagu.connector.page;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.connector.web.InboxStreams;
import jp.tsunagu.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * That there is news, for the open pages of an agency's window. It stands apart from the pages: the
 * end of a stream is told to its controller once more, when nobody asks any longer.
 */
@Controller
class WindowNews {
  private final InboxStreams streams;

  WindowNews(InboxStreams streams) {
    this.streams = streams;
  }

  @Hidden
  @GetMapping(path = Window.ROOT + "/news", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ResponseBody
  SseEmitter news(
      Caller caller,
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
    long position = lastEventId == null ? Math.max(0, after) : lastEventId;
    return streams.ofPage(Window.own(caller), position);
  }
}
