package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.page.CaseSteps.Choice;
import jp.tsunagu.connector.page.CaseSteps.Paper;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.SideFlow;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * 参加支援 and アウトリーチ of one case, each for one person: begun, moved on, contacts recorded, ended. Each
 * step says beforehand what it waits for; the network decides.
 */
@Controller
class SupportPage {

  private static final String ADDRESS = Window.ROOT + "/cases/{caseId}/supports";
  private static final String BEGIN = "begin-support";
  private static final String MOVE = "move-support";
  private static final String CONTACT = "record-contact";
  private static final String END = "end-support-beside";

  private final Window window;
  private final CaseSteps steps;

  SupportPage(Window window, PagePosts posts, Household household) {
    this.window = window;
    this.steps =
        new CaseSteps(
            window,
            posts,
            household,
            CommandForm.Group.BESIDE,
            new CaseSteps.Place(this::papers, this::page));
  }

  @GetMapping(ADDRESS)
  Object show(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      HttpServletRequest request,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String support,
      @RequestParam(defaultValue = "") String to) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    List<SideSupport> sides =
        found.flatMap(CasePage::state).map(CaseState::sides).orElse(List.of());
    return steps.show(
        found, model, doing, TypedForm.begun(begun(sides, support, to)), Readers.onPage(request));
  }

  @PostMapping(ADDRESS + "/{name}")
  Object post(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String name,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return steps.post(
        CasePage.of(window, caller, caseId),
        name,
        model,
        PagePost.of(request, response),
        Readers.onPage(request));
  }

  /** The address says by places in lists which support it is about: nothing of a person. */
  private static ObjectNode begun(List<SideSupport> sides, String support, String to) {
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    at(sides, support)
        .ifPresent(
            side -> {
              SideFlow flow = side.flow();
              typed.put("kind", flow.kind().name());
              typed.put("person", flow.person().number());
              at(flow.kind().stages(), to).ifPresent(stage -> typed.put("stage", stage.name()));
            });
    return typed;
  }

  private static <T> Optional<T> at(List<T> list, String place) {
    return place.matches("[0-9]{1,3}")
        ? list.stream().skip(Integer.parseInt(place)).findFirst()
        : Optional.empty();
  }

  private static Optional<SideKind> kind(String code) {
    return Arrays.stream(SideKind.values()).filter(one -> one.name().equals(code)).findFirst();
  }

  private static Optional<SideStage> stage(String code) {
    return Arrays.stream(SideStage.values()).filter(one -> one.name().equals(code)).findFirst();
  }

  private static Optional<PersonRef> person(String number) {
    return number.matches("[1-9][0-9]?")
        ? Optional.of(new PersonRef(Integer.parseInt(number)))
        : Optional.empty();
  }

  private List<Paper> papers(CasePage found, CommandForm form, TypedForm typed) {
    CaseState state = found.state().orElse(null);
    if (state == null) {
      return List.of();
    }
    if (form.name().equals(BEGIN)) {
      return judgements(state);
    }
    Optional<PersonRef> person = person(typed.content().path("person").asString(""));
    return step(form, typed)
        .flatMap(step -> person.map(whom -> steps.papers(state, step, whom)))
        .orElse(List.of());
  }

  private static Optional<FlowStep> step(CommandForm form, TypedForm typed) {
    return switch (form.name()) {
      case MOVE -> stage(typed.content().path("stage").asString("")).flatMap(SideStage::step);
      case END -> kind(typed.content().path("kind").asString("")).map(FlowStep::endOf);
      default -> Optional.empty();
    };
  }

  /** For whom 参加支援 can begin. */
  private List<Paper> judgements(CaseState state) {
    return IntStream.rangeClosed(1, state.persons())
        .mapToObj(PersonRef::new)
        .flatMap(
            person ->
                steps.papers(state, FlowStep.PARTICIPATION_START, person).stream()
                    .map(paper -> new Paper(person + "の参加支援: " + paper.label(), paper.here())))
        .toList();
  }

  private String page(CasePage found, Model model) {
    List<SideSupport> sides = found.state().map(CaseState::sides).orElse(List.of());
    found.show(model);
    model.addAttribute("heading", CommandForm.Group.BESIDE.label());
    model.addAttribute("place", "supports");
    model.addAttribute(
        "standing",
        sides.isEmpty() ? List.of("まだ始まっていません。") : sides.stream().map(this::standing).toList());
    model.addAttribute("steps", choices(sides, found.agency()));
    return "window/steps";
  }

  private String standing(SideSupport side) {
    ContactRhythm rhythm = side.rhythm();
    return whom(side.flow())
        + side.stage().label()
        + (rhythm == null ? "" : "、" + rhythm.label())
        + "("
        + window.nameOf(side.flow().provider())
        + contacts(side)
        + ")";
  }

  private static String contacts(SideSupport side) {
    Instant last = side.lastContactAt();
    return last == null ? "" : "、関わり" + side.contacts() + "回、最後は" + DateWords.moment(last);
  }

  private static String whom(SideFlow flow) {
    return flow.person() + "の" + flow.kind().label() + ": ";
  }

  /** What goes on first; what this agency does not carry out it only sees. */
  private List<Choice> choices(List<SideSupport> sides, AgencyId agency) {
    List<Choice> choices = new ArrayList<>();
    for (int place = 0; place < sides.size(); place++) {
      SideSupport side = sides.get(place);
      if (side.goesOn() && side.flow().provider().equals(agency)) {
        choices.addAll(choices(side, "&support=" + place));
      }
    }
    steps.form(BEGIN).map(Choice::of).ifPresent(choices::add);
    return choices;
  }

  private static List<Choice> choices(SideSupport side, String which) {
    SideFlow flow = side.flow();
    List<SideStage> stages = flow.kind().stages();
    List<Choice> choices = new ArrayList<>();
    for (int to = 0; to < stages.size(); to++) {
      if (flow.kind().leadsOn(side.stage(), stages.get(to))) {
        String title = whom(flow) + stages.get(to).label() + "へ進める";
        choices.add(new Choice(MOVE, title, "do=" + MOVE + which + "&to=" + to));
      }
    }
    choices.add(new Choice(CONTACT, whom(flow) + "関わりを記録する", "do=" + CONTACT + which));
    choices.add(new Choice(END, whom(flow) + "終結する", "do=" + END + which));
    return choices;
  }
}
