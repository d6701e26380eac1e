package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.connector.web.WhoWasFirst;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.Offers;
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

/**
 * 連絡: one referral, with what can be done next on top. What came with it is read only after it was
 * opened, so that nobody reads without its sender being told.
 */
@Controller
class ReferralPage {

  private static final String ADDRESS = Window.ROOT + "/referrals/{referralId}";
  private static final String OPEN = "open";

  /** What an answer seldom has. */
  static final Set<String> SELDOM =
      Set.of(
          "occurredAt",
          "phonedAt",
          "onBehalfOf",
          "besideOpen",
          "continues",
          "noteBasis",
          "noteStatute",
          "staff",
          "persons",
          "household",
          "files",
          "dossierId");

  private final Window window;
  private final PagePosts posts;
  private final ReferralSections sections;
  private final AccessSection accesses;
  private final OwnSection own;
  private final WhoWasFirst first;

  ReferralPage(
      Window window,
      PagePosts posts,
      ReferralSections sections,
      AccessSection accesses,
      OwnSection own,
      WhoWasFirst first) {
    this.window = window;
    this.posts = posts;
    this.first = first;
    this.sections = sections;
    this.accesses = accesses;
    this.own = own;
  }

  /** Who asks for the page, and where it is put together. */
  private record Asked(Caller caller, Reader reader, Model model) {

    AgencyId agency() {
      return Window.agency(caller);
    }

    static Asked of(Caller caller, HttpServletRequest request, Model model) {
      return new Asked(caller, Readers.onPage(request), model);
    }
  }

  /** A form that is open below the steps. */
  record Doing(CommandForm form, FormPage page, String key, long seen) {}

  @GetMapping(ADDRESS)
  Object referral(
      Caller caller,
      @PathVariable String referralId,
      Model model,
      HttpServletRequest request,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String receiver,
      @RequestParam(defaultValue = "") String done) {
    Asked asked = Asked.of(caller, request, model);
    Optional<ReferralView> found = window.find(asked.agency(), referralId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    model.addAttribute(
        "told",
        done.equals(OwnPages.ASSIGNED)
            ? "担当を決めました。ほかの機関には伝わりません。"
            : done.equals(OwnPages.NOTED)
                ? "内部メモを書きました。この機関の外には出ません。"
                : window.told(asked.agency(), found.get().caseId(), done));
    model.addAttribute("wanted", new Wanted(doing, receiver));
    return page(
        asked,
        found.get(),
        form(doing).map(form -> begun(asked.agency(), found.get(), form, receiver)));
  }

  /**
   * What its reader came for, kept while she opens it first.
   *
   * @param doing the form; empty for none
   * @param receiver chosen elsewhere; empty for none
   */
  record Wanted(String doing, String receiver) {

    /** Nothing in particular. */
    static final Wanted NOTHING = new Wanted("", "");

    /** As it stands in an address, after what stands there already. */
    String query() {
      return (isCode(doing) ? "&do=" + doing : "")
          + (isCode(receiver) ? "&receiver=" + receiver : "")
          + (isCode(doing) ? "#doing" : "");
    }

    private static boolean isCode(String text) {
      return text.matches("[a-z0-9-]{1,64}");
    }
  }

  /** Opening it is told to its sender; then it can be read. */
  @PostMapping(ADDRESS + "/open")
  Object open(
      Caller caller,
      @PathVariable String referralId,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return post(caller, referralId, OPEN, model, request, response);
  }

  @PostMapping(ADDRESS + "/do/{name}")
  Object post(
      Caller caller,
      @PathVariable String referralId,
      @PathVariable String name,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Asked asked = Asked.of(caller, request, model);
    Optional<ReferralView> found = window.find(asked.agency(), referralId);
    Optional<CommandForm> form = form(name);
    if (found.isEmpty() || form.isEmpty()) {
      return Window.missing();
    }
    PagePost post = PagePost.of(request, response);
    return window
        .files()
        .answer(
            asked.agency(),
            post,
            FormPost.read(form.get().body(), post.values()),
            (key, typed) -> sent(asked, found.get(), form.get(), post, key, typed),
            typed -> comesBack(asked, referralId, form.get(), typed));
  }

  private PagePost.Outcome sent(
      Asked asked,
      ReferralView view,
      CommandForm form,
      PagePost post,
      String key,
      ObjectNode typed) {
    String id = view.referral().referralId().toString();
    Long seen = seen(post);
    PagePosts.Sent sent =
        new PagePosts.Sent(asked.agency(), key, form.guarded() ? seen : null, typed);
    ObjectNode about = JsonNodeFactory.instance.objectNode().put("referralId", id);
    String own = "/agencies/" + asked.agency() + "/window/referrals/";
    String wanted = form.name().equals(OPEN) ? wanted(post).query() : "";
    PagePost.Outcome outcome =
        posts
            .command(sent, form, about)
            .toldAt(
                told ->
                    own + told.path("nextReferralId").asString(id) + Window.done(told) + wanted);
    return outcome instanceof PagePost.Outcome.Refused(Problem problem)
        ? new PagePost.Outcome.Refused(
            first.orElse(asked.agency(), view.referral().referralId(), seen, problem))
        : outcome;
  }

  /** With everything that was typed, what is wrong, and how the referral stands now. */
  private Object comesBack(Asked asked, String referralId, CommandForm form, TypedForm typed) {
    Optional<ReferralView> now = window.find(asked.agency(), referralId);
    if (now.isEmpty()) {
      return Window.missing();
    }
    asked.model().addAttribute("refusal", typed.refusal());
    return page(asked, now.get(), Optional.of(filled(asked.agency(), now.get(), form, typed)));
  }

  private Optional<CommandForm> form(String name) {
    return CommandForms.all().stream()
        .filter(form -> form.name().equals(name))
        .filter(form -> form.path().startsWith("/referrals/{referralId}/"))
        .findFirst();
  }

  private static Wanted wanted(PagePost post) {
    return new Wanted(post.one("do"), post.one("receiver"));
  }

  /** A form in which nothing is written but a receiver that was chosen before. */
  private Doing begun(AgencyId agency, ReferralView view, CommandForm form, String receiver) {
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    boolean asks = form.body().fields().stream().anyMatch(field -> field.name().equals("receiver"));
    if (asks && !receiver.isEmpty()) {
      typed.put("receiver", receiver);
    }
    return filled(agency, view, form, TypedForm.begun(typed));
  }

  private Doing filled(AgencyId agency, ReferralView view, CommandForm form, TypedForm typed) {
    Offers offers =
        Household.numbers(view.state()).withFiles(window.files().told(agency, typed.content()));
    FormPage page = window.form(form.body(), typed, SELDOM, offers);
    return new Doing(form, page, Window.freshKey(), view.version());
  }

  /** The page with what stands in its model already. */
  String page(Caller caller, ReferralView view, Model model, HttpServletRequest request) {
    return page(Asked.of(caller, request, model), view, Optional.empty());
  }

  private String page(Asked asked, ReferralView view, Optional<Doing> doing) {
    Model model = asked.model();
    if (!model.containsAttribute("wanted")) {
      model.addAttribute("wanted", Wanted.NOTHING);
    }
    sections.show(asked.agency(), view, asked.reader(), model);
    accesses.show(asked.caller(), view.referral().referralId(), model);
    own.show(asked.caller(), view, asked.reader(), model);
    model.addAttribute("doing", doing.orElse(null));
    model.addAttribute("key", Window.freshKey());
    return "window/referral";
  }

  private static @Nullable Long seen(PagePost post) {
    String seen = post.one("seen");
    return seen.matches("\\d{1,18}") ? Long.valueOf(seen) : null;
  }
}
