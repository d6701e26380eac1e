package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.site.PageAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** What waits in the network (待ち行列), for desk and managers: the queue of the interface. */
@Controller
final class QueuePages {

  private static final String NEWS = QueuePage.ADDRESS + "news";

  private final ReadDesk desk;
  private final WaitingQueue waiting;
  private final DeskHands hands;
  private final QueueNews news;

  QueuePages(ReadDesk desk, WaitingQueue waiting, DeskHands hands, QueueNews news) {
    this.hands = hands;
    this.desk = desk;
    this.waiting = waiting;
    this.news = news;
  }

  @Parameter(name = "lane", in = ParameterIn.QUERY, description = "種類")
  @Parameter(name = "agency", in = ParameterIn.QUERY, description = "機関")
  @Parameter(name = "field", in = ParameterIn.QUERY, description = "分野")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "圏域")
  @Parameter(name = "urgency", in = ParameterIn.QUERY, description = "緊急度")
  @PageParameters
  @GetMapping(QueuePage.ADDRESS)
  Object queue(
      Caller caller,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) @CookieValue(name = SavedViews.COOKIE, required = false)
          @Nullable String saved,
      @RequestParam MultiValueMap<String, String> parameters) {
    MultiValueMap<String, String> given = PageAnswers.filledIn(parameters);
    String live = NEWS + "?after=" + news.of(caller).last();
    return PageAnswers.of(
        desk.read(caller, reading -> queue(reading, new Query(given), given)),
        QueuePage.class,
        page ->
            new ModelAndView(
                "desk/queue",
                Map.of(
                    "page",
                    page,
                    "live",
                    live,
                    "saved",
                    SavedViews.read(saved).views(),
                    "hands",
                    HandPages.person(caller, request)
                        .map(person -> held(page, person))
                        .orElse(Map.of()))));
  }

  /** Who has what is shown, by its id, for this person of the desk. */
  private Map<UUID, Held> held(QueuePage page, DeskHands.Person looking) {
    Map<UUID, Held> held = new HashMap<>();
    page.rows()
        .forEach(
            row ->
                held.put(
                    row.item(),
                    hands
                        .of(row.item())
                        .map(
                            hand ->
                                new Held(hand.person().name(), hand.since(), hand.isOf(looking)))
                        .orElse(Held.BY_NOBODY)));
    return held;
  }

  /**
   * Who has it, as the page tells it.
   *
   * @param person empty for nobody
   * @param since none where nobody has it
   */
  record Held(String person, @Nullable Instant since, boolean isOwn) {

    static final Held BY_NOBODY = new Held("", null, false);
  }

  /** How much changed in the queue, for pages that are open. */
  @Hidden
  @GetMapping(path = NEWS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ResponseBody
  @Nullable ResponseEntity<Object> news(
      Caller caller,
      @RequestParam @Nullable String after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletRequest request,
      HttpServletResponse response) {
    return news.of(caller).answer(request, response, last == null ? after : last);
  }

  /** What waits to be sorted is a lane of the queue. */
  @GetMapping("/desk/triage")
  String triage() {
    return "redirect:" + QueuePage.ADDRESS + "?lane=" + QueueLane.TRIAGE.name();
  }

  private ResponseEntity<Object> queue(
      Reading reading, Query query, MultiValueMap<String, String> given) {
    PageRequest page = query.page(Lists.QUEUE);
    Set<QueueLane> lanes = query.choices("lane", QueueLane.class);
    QueueFilter filter = QueueFilter.read(query, reading.names());
    return query.answered(
        () -> {
          List<QueueEntry> fitting = waiting.of(reading).stream().filter(filter).toList();
          return ResponseEntity.ok(
              QueuePage.of(
                  fitting, lanes, page, given, reading.viewpoint().desk(), reading.names()));
        });
  }
}
