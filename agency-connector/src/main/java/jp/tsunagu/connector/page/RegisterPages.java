package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.tsunagu.connector.register.EntryKind;
import jp.tsunagu.connector.register.EntryStep;
import jp.tsunagu.connector.register.RegisterWork;
import jp.tsunagu.connector.register.Wished;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.RegisterEntry;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** 社会資源 and 地域課題: every agency reads them, and enters and changes its own. */
@Controller
class RegisterPages {

  private static final String ADDRESS = Window.ROOT + "/{list:resources|issues}";
  private static final String RECORD = "record";

  private final Window window;
  private final RegisterWork work;
  private final Map<String, RegisterList<?>> lists;

  RegisterPages(Window window, RegisterWork work, ResourceList resources, IssueList issues) {
    this.window = window;
    this.work = work;
    this.lists = Map.of("resources", resources, "issues", issues);
  }

  @GetMapping(Window.ROOT + "/resources")
  String resources(
      Caller caller,
      Model model,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "") String free,
      @RequestParam(defaultValue = "") String ended,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String done) {
    begin(caller, "resources", model, doing, of, done);
    return list("resources")
        .show(
            Window.agency(caller),
            model,
            Map.of("words", words, "area", area, "field", field, "free", free, "ended", ended));
  }

  @GetMapping(Window.ROOT + "/issues")
  String issues(
      Caller caller,
      Model model,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String done) {
    begin(caller, "issues", model, doing, of, done);
    return list("issues").show(Window.agency(caller), model, Map.of("stage", stage));
  }

  /** Puts what was done, and the form that is asked for, into the model. */
  private void begin(
      Caller caller, String list, Model model, String doing, String of, String done) {
    model.addAttribute("told", done.isEmpty() ? null : "記録しました。すべての機関に見えます。");
    model.addAttribute("doing", begun(list(list).kind(), Window.agency(caller), doing, of));
  }

  private <T extends RegisterEntry> @Nullable RegisterForm begun(
      EntryKind<T> kind, AgencyId agency, String doing, String of) {
    if (doing.equals(RECORD)) {
      return begun(recording(kind), kind.fresh().apply(agency, today()));
    }
    return work.find(kind, of)
        .filter(one -> work.mayChange(agency, one))
        .flatMap(
            one -> kind.step(doing).map(step -> begun(sent(step, one), step.begun(one, today()))))
        .orElse(null);
  }

  private RegisterForm begun(RegisterForm.Sent sent, ObjectNode typed) {
    return RegisterForm.of(window, sent, TypedForm.begun(typed));
  }

  private static RegisterForm.Sent recording(EntryKind<?> kind) {
    return new RegisterForm.Sent(RECORD, kind.form(), kind.form().title());
  }

  private static RegisterForm.Sent sent(EntryStep<?> step, RegisterEntry one) {
    return new RegisterForm.Sent(
        one.id() + "/" + step.word(), step.form(), one.what() + ": " + step.title());
  }

  @PostMapping(ADDRESS + "/" + RECORD)
  Object record(
      Caller caller,
      @PathVariable String list,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    EntryKind<?> kind = list(list).kind();
    return answer(
        agency,
        list,
        model,
        PagePost.of(request, response),
        recording(kind),
        (key, typed) -> work.record(kind, agency, key, typed));
  }

  @PostMapping(ADDRESS + "/{id}/{word}")
  Object act(
      Caller caller,
      @PathVariable String list,
      @PathVariable String id,
      @PathVariable String word,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return act(
        Window.agency(caller),
        list,
        list(list).kind(),
        id,
        word,
        model,
        PagePost.of(request, response));
  }

  private <T extends RegisterEntry> Object act(
      AgencyId agency,
      String list,
      EntryKind<T> kind,
      String id,
      String word,
      Model model,
      PagePost post) {
    Optional<T> found = work.find(kind, id);
    Optional<EntryStep<T>> asked = kind.step(word);
    if (found.isEmpty() || asked.isEmpty()) {
      return Window.missing();
    }
    EntryStep<T> step = asked.get();
    return answer(
        agency,
        list,
        model,
        post,
        sent(step, found.get()),
        (key, typed) ->
            work.act(
                kind,
                step,
                found.get(),
                agency,
                key,
                step.isBased() ? RegisterForm.based(typed, post) : typed));
  }

  private Object answer(
      AgencyId agency,
      String list,
      Model model,
      PagePost post,
      RegisterForm.Sent sent,
      BiFunction<String, ObjectNode, Wished<?>> use) {
    return post.answer(
        FormPost.read(sent.form(), post.values()),
        (key, typed) ->
            RegisterForm.outcome(
                use.apply(key, typed), "/agencies/" + agency + "/window/" + list + "?done=1"),
        typed -> {
          model.addAttribute("doing", RegisterForm.of(window, sent, typed));
          return list(list).show(agency, model, Map.of());
        });
  }

  private RegisterList<?> list(String word) {
    return Objects.requireNonNull(lists.get(word));
  }

  private LocalDate today() {
    return TokyoTime.dateOf(window.now());
  }
}
