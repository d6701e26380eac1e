package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.Opening;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.sheet.DossierRows;
import jp.tsunagu.connector.sheet.PersonField;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.connector.view.ProtectionNote;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.FormPost;
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

  private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

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
          "dossierId");

  private final Window window;
  private final PagePosts posts;

  ReferralPage(Window window, PagePosts posts) {
    this.window = window;
    this.posts = posts;
  }

  /**
   * How far it got, as people follow it: 送付, 到達, 開封, 回答.
   *
   * @param isDone whether it was reached
   */
  record Rung(String label, boolean isDone) {}

  /** A form that is open below the steps. */
  record Doing(CommandForm form, FormPage page, String key, long seen) {}

  @GetMapping(ADDRESS)
  Object referral(
      Caller caller,
      @PathVariable String referralId,
      Model model,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String receiver,
      @RequestParam(defaultValue = "") String done) {
    AgencyId agency = Window.agency(caller);
    Optional<ReferralView> found = window.find(agency, referralId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    model.addAttribute("told", told(agency, found.get(), done));
    model.addAttribute("wanted", new Wanted(doing, receiver));
    return page(
        agency, found.get(), form(doing).map(form -> begun(found.get(), form, receiver)), model);
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
      Caller caller, @PathVariable String referralId, Model model, HttpServletRequest request) {
    return post(caller, referralId, OPEN, model, request);
  }

  @PostMapping(ADDRESS + "/do/{name}")
  Object post(
      Caller caller,
      @PathVariable String referralId,
      @PathVariable String name,
      Model model,
      HttpServletRequest request) {
    AgencyId agency = Window.agency(caller);
    Optional<ReferralView> found = window.find(agency, referralId);
    Optional<CommandForm> form = form(name);
    if (found.isEmpty() || form.isEmpty()) {
      return Window.missing();
    }
    Map<String, String[]> posted = request.getParameterMap();
    ObjectNode typed = FormPost.read(form.get().body(), posted);
    String more = one(posted, "more");
    if (!more.isEmpty()) {
      return page(
          agency,
          found.get(),
          Optional.of(filled(found.get(), form.get(), typed, List.of(), more)),
          model);
    }
    PagePosts.Sent sent = new PagePosts.Sent(agency, key(posted), seen(posted, form.get()), typed);
    ObjectNode about = JsonNodeFactory.instance.objectNode().put("referralId", referralId);
    return switch (posts.command(sent, form.get(), about)) {
      case PagePosts.Outcome.Stored(var told) ->
          "redirect:/agencies/"
              + agency
              + "/window/referrals/"
              + told.path("nextReferralId").asString(referralId)
              + "?done="
              + told.path("commandIds").path(0).asString("")
              + (name.equals(OPEN) ? wanted(posted).query() : "");
      case PagePosts.Outcome.Refused(Problem problem) ->
          refused(agency, referralId, form.get(), typed, problem, model);
    };
  }

  /** Comes back with everything that was typed, what is wrong, and how the referral stands now. */
  private Object refused(
      AgencyId agency,
      String referralId,
      CommandForm form,
      ObjectNode typed,
      Problem problem,
      Model model) {
    Optional<ReferralView> now = window.find(agency, referralId);
    if (now.isEmpty()) {
      return Window.missing();
    }
    boolean isForm = problem.code().equals(CommonProblem.FORM_INVALID.code());
    model.addAttribute("refusal", isForm ? null : problem);
    return page(
        agency,
        now.get(),
        Optional.of(filled(now.get(), form, typed, isForm ? problem.errors() : List.of(), "")),
        model);
  }

  private Optional<CommandForm> form(String name) {
    return CommandForms.all().stream()
        .filter(form -> form.name().equals(name))
        .filter(form -> form.path().startsWith("/referrals/{referralId}/"))
        .findFirst();
  }

  private static Wanted wanted(Map<String, String[]> posted) {
    return new Wanted(one(posted, "do"), one(posted, "receiver"));
  }

  /** A form in which nothing is written but a receiver that was chosen before. */
  private Doing begun(ReferralView view, CommandForm form, String receiver) {
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    boolean asks = form.body().fields().stream().anyMatch(field -> field.name().equals("receiver"));
    if (asks && !receiver.isEmpty()) {
      typed.put("receiver", receiver);
    }
    return filled(view, form, typed, List.of(), "");
  }

  private Doing filled(
      ReferralView view,
      CommandForm form,
      ObjectNode typed,
      List<FieldProblem> problems,
      String more) {
    FormPage page = new FormPage(form.body(), window.directory(), typed, problems, more, SELDOM);
    return new Doing(form, page, Window.freshKey(), view.version());
  }

  private String page(AgencyId agency, ReferralView view, Optional<Doing> doing, Model model) {
    if (!model.containsAttribute("wanted")) {
      model.addAttribute("wanted", Wanted.NOTHING);
    }
    Referral referral = view.referral();
    ReferralId id = referral.referralId();
    boolean unread = view.side() == Side.RECEIVER && NextSteps.isUnread(referral);
    model.addAttribute("agency", agency.value());
    model.addAttribute("row", window.row(view));
    model.addAttribute("sender", window.nameOf(referral.sender()));
    model.addAttribute("receiver", window.nameOf(referral.receiver()));
    model.addAttribute("ladder", ladder(referral));
    model.addAttribute("unread", unread);
    model.addAttribute("steps", NextSteps.of(referral, view.side()));
    model.addAttribute("doing", doing.orElse(null));
    model.addAttribute("key", Window.freshKey());
    model.addAttribute("dossiers", unread ? List.of() : dossiers(agency, view));
    model.addAttribute("protection", protection(agency, view));
    model.addAttribute("openings", openings(agency, view, id));
    window.live(model, agency);
    return "window/referral";
  }

  /**
   * That the case is protected.
   *
   * @param until last day; it stays protected until a person lifts it
   * @param mayPassTo who may be told address and telephone; none where they are hidden
   */
  record Protected(LocalDate until, boolean hidden, List<String> mayPassTo) {

    /** Keeps an unmodifiable copy. */
    Protected {
      mayPassTo = List.copyOf(mayPassTo);
    }
  }

  private @Nullable Protected protection(AgencyId agency, ReferralView view) {
    ProtectionNote note = ProtectionNote.of(view.protection(), agency);
    return note == null
        ? null
        : new Protected(
            note.until(),
            note.contactHidden(),
            Stream.ofNullable(note.mayPassTo()).flatMap(List::stream).map(window::nameOf).toList());
  }

  /**
   * What came with it, part by part.
   *
   * @param rows label and value; a part that cannot be read says why
   */
  record Part(String title, List<DossierRows.Row> rows) {

    /** Keeps an unmodifiable copy. */
    Part {
      rows = List.copyOf(rows);
    }
  }

  private List<Part> dossiers(AgencyId agency, ReferralView view) {
    return ShownDossiers.of(window.tools().records(), agency, view).stream()
        .flatMap(dossier -> parts(dossier).stream())
        .toList();
  }

  static List<Part> parts(DossierView dossier) {
    return DossierRows.of(dossier).stream()
        .collect(
            Collectors.groupingBy(DossierRows.Row::part, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            part ->
                new Part(
                    part.getKey(), part.getValue().stream().map(ReferralPage::forPeople).toList()))
        .toList();
  }

  /** A birth date is kept as an ISO date; people read 和暦. */
  private static DossierRows.Row forPeople(DossierRows.Row row) {
    return row.label().equals(PersonField.BIRTH_DATE.label())
            && ISO_DAY.matcher(row.value()).matches()
        ? new DossierRows.Row(
            row.part(), row.person(), row.label(), DateWords.day(LocalDate.parse(row.value())))
        : row;
  }

  /** Who saw it. */
  record Seen(String agency, Instant at) {}

  private List<Seen> openings(AgencyId agency, ReferralView view, ReferralId id) {
    return window.tools().records().openings(agency, view.caseId(), id).stream()
        .map((Opening opening) -> new Seen(window.nameOf(opening.agency()), opening.at()))
        .toList();
  }

  private static List<Rung> ladder(Referral referral) {
    StageCode stage = StageCode.of(referral.stage());
    int reached =
        switch (stage) {
          case SUBMITTED, SENT -> 1;
          case ARRIVED -> 2;
          case OPENED -> 3;
          case ACCEPTED, IN_CONTACT, COMPLETED, DECLINED, FORWARDED, SENT_BACK, WITHDRAWN -> 4;
        };
    return List.of(
        new Rung(StageCode.SENT.label(), true),
        new Rung(StageCode.ARRIVED.label(), reached >= 2),
        new Rung(StageCode.OPENED.label(), reached >= 3),
        new Rung(reached == 4 ? stage.label() : "回答待ち", reached == 4));
  }

  /** How a command that was sent from this page got on. */
  private @Nullable String told(AgencyId agency, ReferralView view, String commandId) {
    return window.tools().records().outcomes(agency, view.caseId()).stream()
        .filter(outcome -> outcome.commandId().toString().equals(commandId))
        .map(OutcomeView::of)
        .map(
            outcome ->
                outcome.result() == null
                    ? outcome.kind().label() + "を送りました。" + outcome.state().label() + "です。"
                    : outcome.result())
        .findFirst()
        .orElse(null);
  }

  static String key(Map<String, String[]> posted) {
    String key = one(posted, "key");
    return key.matches("[0-9a-f-]{36}") ? key : Window.freshKey();
  }

  private static @Nullable Long seen(Map<String, String[]> posted, CommandForm form) {
    String seen = one(posted, "seen");
    return form.guarded() && seen.matches("\\d{1,18}") ? Long.valueOf(seen) : null;
  }

  static String one(Map<String, String[]> posted, String name) {
    String[] values = posted.get(name);
    return values == null || values.length == 0 ? "" : values[0];
  }
}
