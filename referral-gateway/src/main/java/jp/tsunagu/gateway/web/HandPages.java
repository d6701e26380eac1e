package jp.tsunagu.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 自分が見ています: a person of the desk takes what waits, and gives it back. */
@Controller
final class HandPages {

  /** Where it is posted; the id of what waits follows. */
  static final String ADDRESS = "/desk/hands/";

  private final DeskHands hands;
  private final WaitingQueue waiting;
  private final ReadDesk desk;
  private final QueueNews news;

  HandPages(DeskHands hands, WaitingQueue waiting, ReadDesk desk, QueueNews news) {
    this.hands = hands;
    this.waiting = waiting;
    this.desk = desk;
    this.news = news;
  }

  /** Who looks at the queue; none for a system, and for a manager, who does nothing there. */
  static Optional<DeskHands.Person> person(Caller caller, HttpServletRequest request) {
    return caller instanceof Caller.Desk
        ? Optional.ofNullable(CurrentPerson.of(request)).map(DeskHands.Person::of)
        : Optional.empty();
  }

  @PostMapping(ADDRESS + "{item}/{what:take|take-over|release}")
  ResponseEntity<Object> change(
      Caller caller,
      HttpServletRequest request,
      @PathVariable String item,
      @PathVariable String what,
      @RequestParam(defaultValue = "") String query) {
    return desk.read(
        caller,
        reading ->
            Ids.parse(item)
                .filter(id -> waiting.of(reading).stream().anyMatch(each -> each.id().equals(id)))
                .flatMap(id -> person(caller, request).map(who -> changed(id, what, who, query)))
                .orElseGet(() -> CommonProblem.NOT_FOUND.problem().response()));
  }

  private ResponseEntity<Object> changed(
      UUID item, String what, DeskHands.Person person, String query) {
    switch (what) {
      case "release" -> hands.release(item, person);
      case "take-over" -> hands.takeOver(item, person);
      default -> hands.take(item, person);
    }
    news.ofTheDesk().tell();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, SavedViews.addressOf(query) + "#item-" + item)
        .build();
  }
}
