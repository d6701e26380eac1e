package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jp.tsunagu.gateway.view.Viewpoint;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.page.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "待ち行列", description = "調整窓口と管理者だけが見られる")
@RestController
final class QueueController {

  private final ReadDesk desk;
  private final WaitingQueue waiting;

  QueueController(ReadDesk desk, WaitingQueue waiting) {
    this.desk = desk;
    this.waiting = waiting;
  }

  @Operation(summary = "調整窓口の待ち行列", description = "先頭から順に片付ければよいように並ぶ")
  @PageParameters
  @Gives(value = QueueView.class, description = "待ち行列")
  @GetMapping(path = "/api/queue", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> queue(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return Viewpoint.hasTheQueue(caller)
        ? desk.read(caller, reading -> queue(reading, new Query(parameters)))
        : ProblemCode.ONLY_THE_DESK.problem().response();
  }

  private ResponseEntity<Object> queue(Reading reading, Query query) {
    PageRequest page = query.page(Lists.QUEUE);
    return query.answered(
        () -> desk.untagged(QueueView.of(waiting.of(reading), page, reading.names())));
  }
}
