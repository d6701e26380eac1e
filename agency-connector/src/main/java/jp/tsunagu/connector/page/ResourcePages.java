package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.tsunagu.connector.register.RegisterWork;
import jp.tsunagu.connector.register.ResourceForms;
import jp.tsunagu.connector.register.ResourceSearch;
import jp.tsunagu.connector.register.Wished;
import jp.tsunagu.connector.view.ResourceView;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** 社会資源: the register that every agency reads, and in which each enters its own. */
@Controller
class ResourcePages {

  private static final String ADDRESS = Window.ROOT + "/resources";
  private static final RegisterForm.Sent RECORD =
      new RegisterForm.Sent("record", ResourceForms.OFFER, "社会資源を登録する");

  private final Window window;
  private final RegisterWork work;

  ResourcePages(Window window, RegisterWork work) {
    this.window = window;
    this.work = work;
  }

  /** A resource in the list, and whether this agency says what it offers. */
  record Line(ResourceView view, boolean isOwn, boolean hasEnded) {}

  @GetMapping(ADDRESS)
  String all(
      Caller caller,
      Model model,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "false") boolean free,
      @RequestParam(defaultValue = "false") boolean ended,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String done) {
    AgencyId agency = Window.agency(caller);
    model.addAttribute("told", done.isEmpty() ? null : "記録しました。すべての機関に見えます。");
    model.addAttribute("doing", begun(agency, doing, of));
    return page(agency, model, search(words, area, field, free, ended));
  }

  static ResourceSearch search(
      String words, String area, String field, boolean free, boolean ended) {
    return new ResourceSearch(
        words,
        AreaId.isValid(area) ? new AreaId(area) : null,
        Codes.read(Field.class, field).orElse(null),
        free,
        ended);
  }

  private @Nullable RegisterForm begun(AgencyId agency, String doing, String of) {
    Optional<SocialResource> own = find(of).filter(one -> work.mayChange(agency, one));
    return switch (doing) {
      case "record" -> begun(RECORD, begun(agency));
      case "change" -> own.map(one -> begun(change(one), ResourceForms.begun(one))).orElse(null);
      case "end" -> own.map(one -> begun(end(one), endedOn())).orElse(null);
      default -> null;
    };
  }

  private RegisterForm begun(RegisterForm.Sent sent, ObjectNode typed) {
    return RegisterForm.of(window, sent, TypedForm.begun(typed));
  }

  private ObjectNode begun(AgencyId agency) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("since", today().toString())
        .put("contact", agency.value());
  }

  private ObjectNode endedOn() {
    return JsonNodeFactory.instance.objectNode().put("endedOn", today().toString());
  }

  private static RegisterForm.Sent change(SocialResource one) {
    return new RegisterForm.Sent(
        one.resourceId() + "/change", ResourceForms.OFFER, one.offer().what() + ": 内容を変える");
  }

  private static RegisterForm.Sent end(SocialResource one) {
    return new RegisterForm.Sent(
        one.resourceId() + "/end", ResourceForms.END, one.offer().what() + ": 提供を終える");
  }

  private String page(AgencyId agency, Model model, ResourceSearch search) {
    model.addAttribute("agency", agency.value());
    show(model, search);
    model.addAttribute(
        "lines", search.in(work.all(), today()).stream().map(one -> line(agency, one)).toList());
    return "window/resources";
  }

  /** What was looked for, and what else can be. */
  private void show(Model model, ResourceSearch search) {
    choices(model, search, areas());
  }

  static void choices(Model model, ResourceSearch search, List<Area> areas) {
    model.addAttribute("search", search);
    model.addAttribute("areas", areas);
    model.addAttribute("fields", List.of(Field.values()));
  }

  private List<Area> areas() {
    return window.directory().settings().map(NetworkSettings::areas).orElse(List.of());
  }

  private Line line(AgencyId agency, SocialResource one) {
    return new Line(
        ResourceView.of(one, window.directory(), today()),
        work.mayChange(agency, one),
        one.hasEnded(today()));
  }

  private LocalDate today() {
    return TokyoTime.dateOf(window.now());
  }

  private Optional<SocialResource> find(String id) {
    return Identifiers.isUuid(id) ? work.find(ResourceId.of(id)) : Optional.empty();
  }

  @PostMapping(ADDRESS + "/record")
  Object record(
      Caller caller, Model model, HttpServletRequest request, HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    return answer(
        agency,
        model,
        PagePost.of(request, response),
        RECORD,
        (key, typed) -> work.record(agency, key, typed));
  }

  @PostMapping(ADDRESS + "/{resourceId}/change")
  Object change(
      Caller caller,
      @PathVariable String resourceId,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    Optional<SocialResource> found = find(resourceId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    SocialResource one = found.get();
    PagePost post = PagePost.of(request, response);
    return answer(
        agency,
        model,
        post,
        change(one),
        (key, typed) ->
            work.change(agency, one.resourceId(), key, RegisterForm.based(typed, post)));
  }

  @PostMapping(ADDRESS + "/{resourceId}/end")
  Object end(
      Caller caller,
      @PathVariable String resourceId,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    Optional<SocialResource> found = find(resourceId);
    return found.isEmpty()
        ? Window.missing()
        : answer(
            agency,
            model,
            PagePost.of(request, response),
            end(found.get()),
            (key, typed) -> work.end(agency, found.get().resourceId(), key, typed));
  }

  private Object answer(
      AgencyId agency,
      Model model,
      PagePost post,
      RegisterForm.Sent sent,
      BiFunction<String, ObjectNode, Wished<SocialResource>> use) {
    return post.answer(
        FormPost.read(sent.form(), post.values()),
        (key, typed) -> RegisterForm.outcome(use.apply(key, typed), address(agency) + "?done=1"),
        typed -> {
          model.addAttribute("doing", RegisterForm.of(window, sent, typed));
          return page(agency, model, search("", "", "", false, false));
        });
  }

  private static String address(AgencyId agency) {
    return "/agencies/" + agency + "/window/resources";
  }
}
