package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.Offers;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * 催促 of several referrals at once, for the desk: one command each, so that one that is refused
 * leaves the others done. The same page sent twice reminds once.
 */
@Controller
class RemindPage {

  /** So many at once; what is more is left for the next time, and said. */
  static final int MOST = 20;

  private static final CommandForm FORM = CommandForms.find("remind").orElseThrow();

  private final Window window;
  private final PagePosts posts;

  RemindPage(Window window, PagePosts posts) {
    this.window = window;
    this.posts = posts;
  }

  /**
   * One of those chosen.
   *
   * @param sender who waits for the answer
   * @param receiver who is reminded
   * @param can whether an answer is waited for
   * @param result what became of it; none before
   */
  record Line(
      String id,
      String number,
      String sender,
      String receiver,
      @Nullable ResponseClock clock,
      boolean can,
      @Nullable String result) {}

  @GetMapping(Window.ROOT + "/remind")
  Object chosen(Caller caller, Model model, @RequestParam(defaultValue = "") List<String> leg) {
    return page(Window.agency(caller), leg, TypedForm.empty(), model);
  }

  @PostMapping(Window.ROOT + "/remind")
  Object remind(
      Caller caller,
      Model model,
      @RequestParam(defaultValue = "") List<String> leg,
      HttpServletRequest request,
      HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    PagePost post = PagePost.of(request, response);
    ObjectNode typed = FormPost.read(FORM.body(), post.values());
    String key = post.key();
    Map<ReferralView, PagePosts.Outcome> outcomes = new LinkedHashMap<>();
    found(agency, leg).forEach(view -> outcomes.put(view, sent(agency, view, key, typed)));
    Optional<Problem> wrong = outcomes.values().stream().flatMap(RemindPage::ofTheForm).findFirst();
    if (wrong.isPresent()) {
      return post.refused(typed, wrong.get(), form -> page(agency, leg, form, model));
    }
    model.addAttribute(
        "lines",
        outcomes.entrySet().stream()
            .map(each -> line(each.getKey(), told(each.getValue())))
            .toList());
    model.addAttribute("agency", agency.value());
    model.addAttribute("left", 0);
    model.addAttribute("done", true);
    return "window/remind";
  }

  /** One form is sent for all of them: what is wrong with it is wrong with each. */
  private static Stream<Problem> ofTheForm(PagePosts.Outcome outcome) {
    return outcome instanceof PagePosts.Outcome.Refused(Problem problem)
            && problem.code().equals(CommonProblem.FORM_INVALID.code())
        ? Stream.of(problem)
        : Stream.empty();
  }

  private String page(AgencyId agency, List<String> legs, TypedForm typed, Model model) {
    model.addAttribute(
        "lines", found(agency, legs).stream().map(view -> line(view, null)).toList());
    model.addAttribute("left", Math.max(0, legs.size() - MOST));
    model.addAttribute("agency", agency.value());
    model.addAttribute("form", window.form(FORM.body(), typed, ReferralPage.SELDOM, Offers.ALL));
    model.addAttribute("key", Window.freshKey());
    model.addAttribute("done", false);
    return "window/remind";
  }

  private List<ReferralView> found(AgencyId agency, List<String> legs) {
    return legs.stream()
        .distinct()
        .limit(MOST)
        .flatMap(leg -> window.find(agency, leg).stream())
        .toList();
  }

  private Line line(ReferralView view, @Nullable String result) {
    ResponseClock clock = view.referral().progress().clock();
    return new Line(
        view.referral().referralId().toString(),
        Window.called(view.caseNumber()),
        window.nameOf(view.referral().sender()),
        window.nameOf(view.referral().receiver()),
        clock,
        NextSteps.of(view.referral(), view.side()).stream()
            .anyMatch(step -> step.isPossible() && step.form().name().equals(FORM.name())),
        result);
  }

  /** Sends one; its key is that of the page and its own. */
  private PagePosts.Outcome sent(AgencyId agency, ReferralView view, String key, ObjectNode typed) {
    String id = view.referral().referralId().toString();
    UUID own = UUID.nameUUIDFromBytes((key + id).getBytes(StandardCharsets.UTF_8));
    PagePosts.Sent sent = new PagePosts.Sent(agency, own.toString(), null, typed);
    ObjectNode about = JsonNodeFactory.instance.objectNode().put("referralId", id);
    return posts.command(sent, FORM, about);
  }

  private static String told(PagePosts.Outcome outcome) {
    return switch (outcome) {
      case PagePosts.Outcome.Stored _ -> "催促を送りました。";
      case PagePosts.Outcome.Refused(var problem) ->
          "■ 催促できませんでした。"
              + Stream.concat(
                      Stream.of(problem.detail()),
                      problem.errors().stream().map(each -> each.problem()))
                  .distinct()
                  .reduce("", String::concat);
    };
  }
}
