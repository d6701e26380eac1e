package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.PageAnswers;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.scheduler.person.ActingPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** One meeting, and every form about it: sent the way of every POST of the interface. */
@Controller
final class MeetingPages {

  private static final String MOVE = "placements";
  private static final Pattern SEEN = Pattern.compile("\\d{1,18}");
  private static final String NEWS = PageAddresses.ROOT + "/news";

  private final PageRoom room;
  private final Acting acting;
  private final MailProperties mail;
  private final MeetingNews news;
  private final ChangedMeanwhile changed;

  MeetingPages(
      PageRoom room, Acting acting, MailProperties mail, MeetingNews news, ActingPeople people) {
    this.changed = new ChangedMeanwhile(people);
    this.room = room;
    this.acting = acting;
    this.mail = mail;
    this.news = news;
  }

  /** A page with the form that is open on it, if one is. */
  private record Shown(MeetingPage page, @Nullable Doing doing, long seen) {}

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
      HttpServletRequest request,
      HttpServletResponse response) {
    return MeetingForms.of(name)
        .map(form -> answer(caller, id, form, PagePost.of(request, response)))
        .orElseGet(() -> CommonProblem.NOT_FOUND.problem().response());
  }

  /** Up or down by one: the button says which item and where to, the page's one field why. */
  @PostMapping(PageAddresses.MEETING + "/move")
  Object move(
      Caller caller,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response) {
    Map<String, String[]> values = new HashMap<>(request.getParameterMap());
    String[] words = new PagePost(values, response).one("to").split("@", 2);
    values.put("item", new String[] {words[0]});
    values.put("position", new String[] {words.length < 2 ? "" : words[1]});
    return answer(caller, id, MeetingForms.of(MOVE).orElseThrow(), new PagePost(values, response));
  }

  private Object answer(Caller caller, String id, MeetingForm form, PagePost post) {
    String address = PageAddresses.ROOT + "/" + id;
    return post.answer(
        Posted.as(form.form(), post.values()),
        (key, typed) ->
            meanwhile(
                caller,
                id,
                form,
                post,
                Told.outcome(
                    acting.on(caller, id, key, new JsonForm.Readable(typed), form),
                    address,
                    form.path() + place(post))),
        typed ->
            page(
                caller,
                id,
                maker -> Optional.of(maker.filled(form, typed)),
                about -> about.put("refusal", typed.refusal())));
  }

  /** What is refused because somebody else was first says so. */
  private PagePost.Outcome meanwhile(
      Caller caller, String id, MeetingForm form, PagePost post, PagePost.Outcome outcome) {
    String seen = post.one("seen");
    if (!(outcome instanceof PagePost.Outcome.Refused(Problem problem))
        || problem.status() != HttpStatus.UNPROCESSABLE_CONTENT.value()
        || !SEEN.matcher(seen).matches()) {
      return outcome;
    }
    Object words =
        room.read(
                caller,
                reading ->
                    ResponseEntity.ok(
                        reading
                            .find(id)
                            .flatMap(now -> changed.words(reading, now, form, Long.parseLong(seen)))
                            .<Object>map(each -> each)
                            .orElse(problem)))
            .getBody();
    return words instanceof String told
        ? new PagePost.Outcome.Refused(ChangedMeanwhile.told(told, problem))
        : outcome;
  }

  /** The reason of a move is kept for the next one, and who uses keys stays at the item. */
  private static String place(PagePost post) {
    return post.values().containsKey("to")
        ? "&reason=" + post.one("reason") + "#item-" + PageAddresses.ids(post.one("item"))[1]
        : "";
  }

  /** That something was answered, for pages that are open. */
  @Hidden
  @GetMapping(path = NEWS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ResponseBody
  @Nullable ResponseEntity<Object> news(
      Caller caller,
      @RequestParam @Nullable String after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletRequest request,
      HttpServletResponse response) {
    return hears(caller)
        ? news.pages().answer(request, response, last == null ? after : last)
        : CommonProblem.NOT_FOUND.problem().response();
  }

  /** Who runs the meetings of every case. */
  private static boolean hears(Caller caller) {
    return caller instanceof Caller.Desk || caller instanceof Caller.MeetingSecretary;
  }

  private Object page(
      Caller caller,
      String id,
      Function<Doing.Maker, Optional<Doing>> doing,
      Consumer<Map<String, Object>> more) {
    String last = news.pages().last();
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
                                                .orElse(null),
                                        meeting.sequence())))
                    .orElseGet(() -> ProblemCode.MEETING_UNKNOWN.problem().response())),
        Shown.class,
        shown -> {
          ModelAndView view = new ModelAndView("meetings/meeting");
          view.addObject("page", shown.page());
          view.addObject("doing", shown.doing());
          view.addObject("seen", shown.seen());
          view.addObject("key", PageAddresses.freshKey());
          if (hears(caller) && shown.page().dates() != null) {
            view.addObject("live", NEWS + "?after=" + last);
          }
          Map<String, Object> about = new HashMap<>();
          more.accept(about);
          view.addAllObjects(about);
          return view;
        });
  }
}
