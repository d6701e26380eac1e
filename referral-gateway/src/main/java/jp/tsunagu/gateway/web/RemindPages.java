package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.PageAnswers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What was chosen in the queue to be reminded of (まとめて催促), before the desk's own window sends it:
 * the gateway sends nothing for anybody.
 */
@Controller
final class RemindPages {

  /** So many at once. */
  static final int MOST = 20;

  private static final String LEG = "leg";

  private final ReadDesk desk;
  private final WaitingQueue waiting;

  RemindPages(ReadDesk desk, WaitingQueue waiting) {
    this.desk = desk;
    this.waiting = waiting;
  }

  /**
   * What was chosen and still waits for an answer.
   *
   * @param left how many more were chosen than are taken at once, or wait no more
   * @param form where the desk sends it, below its own window
   */
  record Chosen(List<QueueRow> rows, int left, AgencyId desk, String form) {}

  @Parameter(name = LEG, in = ParameterIn.QUERY, description = "選んだ連絡の番号。20件まで")
  @GetMapping("/desk/remind")
  Object chosen(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    List<String> legs = parameters.getOrDefault(LEG, List.of()).stream().distinct().toList();
    return PageAnswers.of(
        desk.read(caller, reading -> ResponseEntity.ok(chosen(reading, legs))),
        Chosen.class,
        page -> new ModelAndView("desk/remind", Map.of("page", page)));
  }

  private Chosen chosen(Reading reading, List<String> legs) {
    AgencyId own = reading.viewpoint().desk();
    List<QueueRow> rows =
        waiting.of(reading).stream()
            .map(entry -> QueueRow.of(entry, own, reading.names()))
            .filter(row -> row.ways().reminds() != null && legs.contains(row.ways().reminds()))
            .limit(MOST)
            .toList();
    String query =
        rows.stream()
            .map(row -> LEG + "=" + Objects.requireNonNull(row.ways().reminds()))
            .collect(Collectors.joining("&"));
    return new Chosen(rows, legs.size() - rows.size(), own, "/remind?" + query);
  }
}
