package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.page.CaseSteps.Paper;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryUnable;
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

/**
 * 多機関協働 of one case: asked for, taken on, handed back with who stays alongside (つなぎ戻し, 主担当),
 * closed. It offers what this agency can do; the network decides.
 */
@Controller
class CoordinationPage {

  private static final String ADDRESS = Window.ROOT + "/cases/{caseId}/coordination";

  private static final String DECISION = "support-decision";
  private static final String HAND_BACK = "hand-back";
  private static final String CLOSING = "close-coordination";
  private static final String RESULT = "report-result";
  private static final String PAPER = "record-form";
  static final String ANSWER = "answer-inquiry";

  private static final Map<String, FlowStep> STEPS =
      Map.of(
          DECISION, FlowStep.SUPPORT_DECISION,
          HAND_BACK, FlowStep.HAND_BACK,
          CLOSING, FlowStep.CLOSING,
          RESULT, FlowStep.RESULT_REPORT);

  /** What whoever coordinates can do, as it goes. */
  private static final List<String> COORDINATING =
      List.of(
          PAPER,
          "ask-agencies",
          "take-back-inquiry",
          "screening",
          DECISION,
          RESULT,
          HAND_BACK,
          CLOSING,
          "appoint-member",
          "release-member",
          "change-coordinator");

  private final Window window;
  private final CaseSteps steps;

  CoordinationPage(Window window, PagePosts posts, Household household) {
    this.window = window;
    this.steps =
        new CaseSteps(
            window,
            posts,
            household,
            CommandForm.Group.COORDINATION,
            new CaseSteps.Place(this::papers, this::page));
  }

  @GetMapping(ADDRESS)
  Object show(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      HttpServletRequest request,
      @RequestParam(name = "do", defaultValue = "") String doing) {
    return steps.show(
        CasePage.of(window, caller, caseId),
        model,
        doing,
        TypedForm.empty(),
        Readers.onPage(request));
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

  private List<Paper> papers(CasePage found, CommandForm form, TypedForm typed) {
    return papers(found, form.name());
  }

  private List<Paper> papers(CasePage found, String name) {
    FlowStep step = STEPS.get(name);
    return step == null
        ? List.of()
        : found.state().map(state -> steps.papers(state, step, null)).orElse(List.of());
  }

  /** What waits for papers in this city, of what this agency can do. */
  private List<CaseSteps.Ahead> ahead(CasePage found, List<String> names) {
    return names.stream()
        .filter(STEPS::containsKey)
        .sorted(Comparator.comparingInt(COORDINATING::indexOf))
        .flatMap(name -> steps.form(name).stream())
        .map(form -> new CaseSteps.Ahead(form.title(), papers(found, form.name())))
        .filter(ahead -> !ahead.papers().isEmpty())
        .toList();
  }

  private String page(CasePage found, Model model) {
    Coordination coordination =
        found.state().map(state -> state.coordination()).orElse(new Coordination.None());
    found.show(model);
    model.addAttribute("heading", CommandForm.Group.COORDINATION.label());
    model.addAttribute("place", "coordination");
    model.addAttribute(
        "standing",
        Stream.concat(Stream.of(standing(coordination)), inquiries(found).map(this::standing))
            .toList());
    List<String> names = names(coordination, found);
    model.addAttribute("ahead", ahead(found, names));
    model.addAttribute(
        "steps",
        names.stream()
            .flatMap(name -> steps.form(name).stream())
            .map(CaseSteps.Choice::of)
            .toList());
    return "window/steps";
  }

  /** Those it asked, and those it is asked. */
  private static Stream<Inquiry> inquiries(CasePage found) {
    return found.state().stream()
        .flatMap(state -> state.inquiries().stream())
        .filter(
            inquiry ->
                inquiry.parties().sender().equals(found.agency())
                    || inquiry.parties().receiver().equals(found.agency()));
  }

  private String standing(Inquiry inquiry) {
    String until =
        inquiry.isOpen()
            ? "、回答期限は" + DateWords.moment(inquiry.clock().respondBy())
            : "(" + DateWords.moment(inquiry.changedAt()) + ")";
    InquiryUnable why = inquiry.unable();
    return "情報収集: "
        + window.nameOf(inquiry.parties().sender())
        + "から"
        + window.nameOf(inquiry.parties().receiver())
        + "へ、"
        + inquiry.stage().label()
        + (why == null ? "" : "(" + why.label() + ")")
        + until;
  }

  private String standing(Coordination coordination) {
    return switch (coordination) {
      case Coordination.None _ -> "まだ依頼されていません。";
      case Coordination.Requested asked ->
          window.nameOf(asked.requestedBy())
              + "が"
              + window.nameOf(asked.coordinator())
              + "に依頼しました。返事を待っています。";
      case Coordination.Open open -> window.nameOf(open.coordinator()) + "が調整しています。";
      case Coordination.Closed closed ->
          window.nameOf(closed.coordinator()) + "の調整は終わりました。各機関の支援は続きます。";
    };
  }

  /** What this agency can do now, the usual one first. */
  private List<String> names(Coordination coordination, CasePage found) {
    List<String> own = own(coordination, found);
    boolean isAsked = found.state().flatMap(state -> state.openInquiry(found.agency())).isPresent();
    return isAsked ? Stream.concat(Stream.of(ANSWER), own.stream()).toList() : own;
  }

  private List<String> own(Coordination coordination, CasePage found) {
    AgencyId agency = found.agency();
    return switch (coordination) {
      case Coordination.None _ -> List.of("request-coordination");
      case Coordination.Closed _ -> List.of(RESULT, "request-coordination");
      case Coordination.Requested asked ->
          asked.coordinator().equals(agency)
              ? List.of("accept-coordination", "screening")
              : List.of();
      case Coordination.Open open ->
          open.coordinator().equals(agency)
              ? coordinating(found, open.supportDecided())
              : List.of();
    };
  }

  /** First what everything is there for; as long as nothing is, a paper that makes it so. */
  private List<String> coordinating(CasePage found, boolean isDecided) {
    String usual =
        (isDecided ? Stream.of(CLOSING, HAND_BACK) : Stream.of(DECISION))
            .filter(name -> papers(found, name).stream().allMatch(Paper::here))
            .findFirst()
            .orElse(PAPER);
    return Stream.concat(Stream.of(usual), COORDINATING.stream()).distinct().toList();
  }
}
