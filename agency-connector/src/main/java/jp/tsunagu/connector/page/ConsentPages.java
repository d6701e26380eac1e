package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.SharingStop;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * 同意 of the persons of one case: what was allowed to whom, taking it back, and what was asked of
 * those who hold what it allowed.
 */
@Controller
class ConsentPages {

  /** The form that answers a stop. */
  static final String ANSWER = "answer-stop";

  private static final String ADDRESS = Window.ROOT + "/cases/{caseId}/consents";
  private static final String WITHDRAW = "withdraw-consent";

  private final Window window;
  private final PagePosts posts;
  private final Household household;

  ConsentPages(Window window, PagePosts posts, Household household) {
    this.household = household;
    this.window = window;
    this.posts = posts;
  }

  /**
   * A consent as it stands.
   *
   * @param to who may be told; empty where it was taken back for all
   */
  record Allowed(
      ConsentId id, String person, String purpose, String what, String to, Taken taken) {}

  /** When and how it was given, and who recorded it. */
  record Taken(
      String method, LocalDate givenOn, @Nullable LocalDate expiresOn, String recordedBy) {}

  /**
   * Somebody was asked to stop.
   *
   * @param answer what it did; empty where it has not answered
   * @param ours whether this agency has to answer
   */
  record Asked(
      int person, String called, String holder, Instant since, String answer, boolean ours) {}

  /**
   * A form that is open.
   *
   * @param about the consent or the person it is about; empty for a new consent
   */
  record Doing(CommandForm form, FormPage page, String key, String about) {}

  @GetMapping(ADDRESS)
  Object show(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      HttpServletRequest request,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String done) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    model.addAttribute("told", window.told(found.get().agency(), found.get().caseId(), done));
    return page(
        found.get(),
        form(doing)
            .map(
                form ->
                    filled(found.get(), form, about, TypedForm.empty(), Readers.onPage(request)))
            .orElse(null),
        model);
  }

  @PostMapping(ADDRESS + "/{name}")
  Object post(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String name,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    Optional<CommandForm> form = form(name);
    if (found.isEmpty() || form.isEmpty()) {
      return Window.missing();
    }
    PagePost post = PagePost.of(request, response);
    String about = post.one("about");
    return post.answer(
        FormPost.read(form.get().body(), post.values()),
        (key, typed) -> sent(found.get(), form.get(), about, key, typed),
        typed -> {
          model.addAttribute("refusal", typed.refusal());
          return page(
              found.get(),
              filled(found.get(), form.get(), about, typed, Readers.onPage(request)),
              model);
        });
  }

  private PagePost.Outcome sent(
      CasePage found, CommandForm form, String about, String key, ObjectNode typed) {
    return posts
        .command(new PagePosts.Sent(found.agency(), key, null, typed), form, target(found, about))
        .toldAt(told -> found.address("/consents") + Window.done(told));
  }

  private static Optional<CommandForm> form(String name) {
    return CommandForms.all().stream()
        .filter(form -> form.words().group() == CommandForm.Group.CONSENT)
        .filter(form -> form.name().equals(name))
        .findFirst();
  }

  /** A consent is named by its id, a stop by its person. */
  private static ObjectNode target(CasePage found, String about) {
    ObjectNode target = found.target();
    if (Identifiers.isUuid(about)) {
      target.put("consentId", about);
    } else if (about.matches("[0-9]{1,3}")) {
      target.put("person", Integer.parseInt(about));
    }
    return target;
  }

  private Doing filled(
      CasePage found, CommandForm form, String about, TypedForm typed, Reader reader) {
    FormPage page =
        window.form(form.body(), typed, ReferralPage.SELDOM, offers(found, form, about, reader));
    return new Doing(form, page, Window.freshKey(), about);
  }

  /** A consent is taken back from those it names; a new one names nobody who is excluded. */
  private Offers offers(CasePage found, CommandForm form, String about, Reader reader) {
    if (form.name().equals(WITHDRAW)) {
      Set<AgencyId> named =
          found.state().stream()
              .flatMap(each -> each.consents().stream())
              .filter(consent -> consent.consentId().toString().equals(about))
              .flatMap(consent -> consent.terms().recipients().stream())
              .collect(Collectors.toSet());
      return new Offers(
          window.directory().agencies().stream()
              .map(Agency::agencyId)
              .filter(agency -> !named.contains(agency))
              .collect(Collectors.toSet()));
    }
    return found.offers(household, form.body(), reader);
  }

  private String page(CasePage found, @Nullable Doing doing, Model model) {
    found.show(model);
    model.addAttribute(
        "consents",
        found.state().stream()
            .flatMap(state -> state.consents().stream())
            .map(this::allowed)
            .toList());
    model.addAttribute(
        "stops",
        found.state().stream()
            .flatMap(state -> state.stops().stream())
            .map(stop -> asked(found.agency(), stop))
            .toList()
            .reversed());
    model.addAttribute("recording", form("consent").orElseThrow());
    model.addAttribute("doing", doing);
    return "window/consents";
  }

  private Allowed allowed(Consent consent) {
    ConsentTerms terms = consent.terms();
    return new Allowed(
        consent.consentId(),
        terms.person().toString(),
        terms.purpose().label(),
        labels(terms.scope().stream()),
        terms.recipients().stream()
            .sorted(Comparator.comparing(AgencyId::value))
            .map(window::nameOf)
            .collect(Collectors.joining("、")),
        new Taken(
            terms.method().label(),
            terms.givenOn(),
            terms.expiresOn(),
            window.nameOf(consent.recordedBy())));
  }

  private Asked asked(AgencyId agency, SharingStop stop) {
    return new Asked(
        stop.person().number(),
        stop.person().toString(),
        window.nameOf(stop.holder()),
        stop.requestedAt(),
        stop.answer() == null ? "" : stop.answer().label(),
        stop.answer() == null && stop.holder().equals(agency));
  }

  private static <C extends Enum<C> & Code> String labels(Stream<C> codes) {
    return codes.sorted().map(Code::label).collect(Collectors.joining("・"));
  }
}
