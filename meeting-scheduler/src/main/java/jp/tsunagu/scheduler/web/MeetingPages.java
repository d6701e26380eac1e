package jp.tsunagu.scheduler.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.PageAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** One meeting, and every form about it: sent the way of every POST of the interface. */
@Controller
final class MeetingPages {

  private static final String MOVE = "placements";

  private final PageRoom room;
  private final Acting acting;
  private final MailProperties mail;

  MeetingPages(PageRoom room, Acting acting, MailProperties mail) {
    this.room = room;
    this.acting = acting;
    this.mail = mail;
  }

  /** A page with the form that is open on it, if one is. */
  private record Shown(MeetingPage page, @Nullable Doing doing) {}

  @GetMapping(PageAddresses.MEETING)
  Object meeting(
      Caller caller,
      @PathVariable String id,
      @RequestParam(name = "do", defaultValue = "") String name,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String done) {
    Doing.Wish wish = new Doing.Wish(item, at);
    return page(
        caller,
        id,
        maker -> MeetingForms.of(name).map(form -> maker.empty(form, wish)),
        about -> {
          about.put("told", Told.of(done));
          about.put("reason", reason);
        });
  }

  @PostMapping(PageAddresses.MEETING + "/do/{name}")
  Object post(
      Caller caller,
      @PathVariable String id,
      @PathVariable String name,
      HttpServletRequest request) {
    Optional<MeetingForm> form = MeetingForms.of(name);
    if (form.isEmpty()) {
      return CommonProblem.NOT_FOUND.problem().response();
    }
    Posted posted = new Posted(request.getParameterMap());
    ObjectNode typed = posted.as(form.get().form());
    String more = posted.one("more");
    return more.isEmpty()
        ? sent(caller, id, form.get(), posted, typed)
        : page(
            caller,
            id,
            maker -> Optional.of(maker.filled(form.get(), typed, List.of(), more)),
            _ -> {});
  }

  /** Up or down by one: the button says which item and where to, the page's one field why. */
  @PostMapping(PageAddresses.MEETING + "/move")
  Object move(Caller caller, @PathVariable String id, HttpServletRequest request) {
    Map<String, String[]> values = new HashMap<>(request.getParameterMap());
    String[] words = new Posted(values).one("to").split("@", 2);
    values.put("item", new String[] {words[0]});
    values.put("position", new String[] {words.length < 2 ? "" : words[1]});
    MeetingForm form = MeetingForms.of(MOVE).orElseThrow();
    Posted posted = new Posted(values);
    return sent(caller, id, form, posted, posted.as(form.form()));
  }

  private Object sent(Caller caller, String id, MeetingForm form, Posted posted, ObjectNode typed) {
    ResponseEntity<Object> answer =
        acting.on(caller, id, posted.one("key"), new JsonForm.Readable(typed), form);
    if (!(answer.getBody() instanceof Problem problem)) {
      return "redirect:" + PageAddresses.ROOT + "/" + id + "?done=" + form.path() + place(posted);
    }
    if (problem.code().equals(ProblemCode.ANSWER_PENDING.code())) {
      return "redirect:" + PageAddresses.ROOT + "/" + id + "?done=" + Told.PENDING;
    }
    return isOfTheForm(answer)
        ? page(
            caller,
            id,
            maker -> Optional.of(maker.filled(form, typed, problem.errors(), "")),
            about -> about.put("refusal", Doing.beside(problem)))
        : answer;
  }

  /** The reason of a move is kept for the next one. */
  private static String place(Posted posted) {
    return posted.values().containsKey("to") ? "&reason=" + posted.one("reason") + "#agenda" : "";
  }

  /** What can be mended in the form; all else is answered as the interface does. */
  static boolean isOfTheForm(ResponseEntity<Object> answer) {
    return answer.getStatusCode().isSameCodeAs(HttpStatus.BAD_REQUEST)
        || answer.getStatusCode().isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Object page(
      Caller caller,
      String id,
      Function<Doing.Maker, Optional<Doing>> doing,
      java.util.function.Consumer<Map<String, Object>> more) {
    return PageAnswers.of(
        room.read(
            caller,
            reading ->
                reading
                    .find(id)
                    .map(
                        meeting ->
                            ResponseEntity.ok(
                                (Object)
                                    new Shown(
                                        MeetingPage.of(reading, meeting, mail),
                                        Acting.objection(caller).isPresent()
                                            ? null
                                            : doing
                                                .apply(new Doing.Maker(reading, meeting))
                                                .orElse(null))))
                    .orElseGet(() -> ProblemCode.MEETING_UNKNOWN.problem().response())),
        Shown.class,
        shown -> {
          ModelAndView view = new ModelAndView("meetings/meeting");
          view.addObject("page", shown.page());
          view.addObject("doing", shown.doing());
          view.addObject("key", PageAddresses.freshKey());
          Map<String, Object> about = new HashMap<>();
          more.accept(about);
          view.addAllObjects(about);
          return view;
        });
  }
}
