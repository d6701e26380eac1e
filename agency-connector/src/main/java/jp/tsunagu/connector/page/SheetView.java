package jp.tsunagu.connector.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.page.SheetDrafts.Writing;
import jp.tsunagu.connector.sheet.ReferralForm;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.connector.sheet.TsunaguSheet;
import jp.tsunagu.connector.web.DeadlinePreview;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.Offers;
import jp.tsunagu.runtime.site.PageField;
import jp.tsunagu.runtime.site.PagePost;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.node.ObjectNode;

/** How a つなぐシート is shown while it is written. */
@Component
class SheetView {

  /** As people write it: the person first, then what troubles, then where it goes. */
  private static final List<String> ORDER =
      List.of(
          "persons",
          "household",
          "consultation",
          "note",
          "noteAbout",
          "files",
          "referral",
          "further",
          "consents",
          "staff");

  /** What a sheet seldom has. */
  private static final Set<String> SELDOM =
      Set.of(
          "occurredAt",
          "phonedAt",
          "onBehalfOf",
          "noteBasis",
          "noteStatute",
          "noteNamesNoOne",
          "files.basis",
          "files.statute",
          "household.toldBy",
          "household.statute",
          "household.share",
          "household.rows.person",
          "household.rows.note",
          "consultation.reception",
          "consultation.persons",
          "consultation.introducedBy",
          "consultation.protection",
          "referral.urgency",
          "further.urgency",
          "further.noteBasis",
          "further.noteStatute",
          "further.noteNamesNoOne",
          "persons.person",
          "persons.gender",
          "persons.phoneHome",
          "persons.health",
          "persons.disability",
          "persons.care",
          "persons.childRearing",
          "persons.workAndIncome",
          "persons.debt",
          "persons.housing",
          "persons.violence",
          "persons.rights",
          "persons.statute",
          "persons.share",
          "persons.omit",
          "consents.exclusions",
          "consents.expiresOn");

  /** Whether a sheet that came on paper is typed for whoever wrote it (代行入力). */
  static final String PAPER = "paper";

  /** What each of its receivers will read. */
  static final String PREVIEWS = "previews";

  /** Where a page says on which day it was shown. */
  static final String BEGUN = "begun";

  /** Who wrote it then. */
  static final String ON_BEHALF_OF = "onBehalfOf";

  /** What such a sheet has before all else. */
  private static final List<String> OF_PAPER = List.of(ON_BEHALF_OF, "occurredAt");

  private final Window window;
  private final AddedFiles files;

  SheetView(Window window, AddedFiles files) {
    this.window = window;
    this.files = files;
  }

  /** What one of its receivers will read, and until when an answer is expected. */
  record Preview(
      String receiver,
      String deadline,
      List<SheetPreview.Person> persons,
      List<SheetPreview.Part> parts) {

    /** Keeps unmodifiable copies. */
    Preview {
      persons = List.copyOf(persons);
      parts = List.copyOf(parts);
    }
  }

  /** The page with what was typed. */
  String page(Writing writing, List<FieldProblem> problems, String more, Model model) {
    boolean paper =
        Boolean.TRUE.equals(model.getAttribute(PAPER)) || writing.typed().has(ON_BEHALF_OF);
    Set<String> folded =
        SELDOM.stream()
            .filter(field -> !paper || !OF_PAPER.contains(field))
            .collect(Collectors.toUnmodifiableSet());
    SheetBeginning beginning = new SheetBeginning(TokyoTime.dateOf(window.now()));
    ObjectNode shown = beginning.shown(writing.typed());
    String rest = beginning.more(shown, more) ? "" : more;
    FormPage form = form(writing, shown, problems, rest, folded);
    model.addAttribute(BEGUN, beginning.day().toString());
    model.addAttribute(PAPER, paper);
    model.addAttribute("form", form);
    model.addAttribute(
        "group",
        form.inOrder(paper ? Stream.of(OF_PAPER, ORDER).flatMap(List::stream).toList() : ORDER));
    model.addAttribute("key", writing.key());
    model.addAttribute("instead", writing.instead());
    model.addAttribute("agency", writing.owner().agency().value());
    return "window/sheet";
  }

  /** The receivers alone. */
  String receivers(Writing writing, Model model) {
    PageField referral = form(writing, writing.typed(), List.of(), "", SELDOM).field("referral");
    model.addAttribute(
        "receiver",
        referral.fields().stream()
            .filter(field -> field.path().equals(SheetOffers.RECEIVER))
            .findFirst()
            .orElseThrow());
    return "window/receivers :: receivers";
  }

  private FormPage form(
      Writing writing,
      ObjectNode shown,
      List<FieldProblem> problems,
      String more,
      Set<String> folded) {
    Offers offers =
        SheetOffers.of(writing.owner().agency(), window.directory(), window.now(), writing.typed())
            .withFiles(files.told(writing.owner().agency(), writing.typed()));
    return new FormPage(
        SheetFields.FORM, window.directory(), shown, problems, more, folded, offers);
  }

  /** The same with what its receiver will read. */
  Object preview(PagePost post, Writing writing, Model model) {
    return switch (window.tools().reader().read(SheetFields.FORM, writing.typed())) {
      case FormReading.Unusable(List<FieldProblem> problems) ->
          refused(post, writing, problems, model);
      case FormReading.Usable(Filled filled) -> {
        model.addAttribute(PREVIEWS, previews(writing.owner().agency(), SheetFields.of(filled)));
        yield page(writing, List.of(), "", model);
      }
    };
  }

  /** The page with what is wrong with it. */
  Object refused(PagePost post, Writing writing, List<FieldProblem> problems, Model model) {
    return post.refused(
        writing.typed(),
        CommonProblem.ofFields(problems),
        typed -> page(writing, typed.problems(), "", model));
  }

  /** One for each 紹介先, in the order of the sheet. */
  private List<Preview> previews(AgencyId agency, TsunaguSheet sheet) {
    AgencyId desk = window.tools().desk();
    if (desk == null) {
      return List.of();
    }
    OpenDossier open = window.tools().dossiers().open(sheet, desk);
    OpenDossier dossier = open == null ? null : files.noted(agency, open);
    LocalDate today = TokyoTime.dateOf(window.now());
    return sheet.referrals().stream()
        .map(
            referral -> {
              AgencyId receiver = referral.receiverOr(desk);
              SheetPreview shown = new SheetPreview(sheet, receiver, today);
              return new Preview(
                  window.nameOf(receiver),
                  deadline(referral, receiver),
                  shown.persons(dossier),
                  dossier == null ? List.of() : shown.parts(agency, dossier, window.now()));
            })
        .toList();
  }

  private String deadline(ReferralForm referral, AgencyId receiver) {
    return DeadlinePreview.of(
            referral.urgency(),
            window.now(),
            window.directory(),
            window.directory().agency(receiver).orElse(null))
        .message();
  }

  /** What is read by whom, for a page whose fields were changed; what is missing before it is. */
  String previewAlone(Writing writing, Model model) {
    FormReading reading = window.tools().reader().read(SheetFields.FORM, writing.typed());
    if (reading instanceof FormReading.Usable(Filled filled)) {
      model.addAttribute(PREVIEWS, previews(writing.owner().agency(), SheetFields.of(filled)));
    }
    return "window/preview :: preview";
  }
}
