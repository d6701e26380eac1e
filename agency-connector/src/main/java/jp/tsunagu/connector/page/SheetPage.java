package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.ReferralForm;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.connector.sheet.TsunaguSheet;
import jp.tsunagu.connector.web.DeadlinePreview;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.FormPost;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** つなぐシート: one page, made of the form's declaration, with what its receiver will read. */
@Controller
class SheetPage {

  /** As people write it: the person first, then what troubles, then where it goes. */
  private static final List<String> ORDER =
      List.of("persons", "consultation", "note", "noteAbout", "referral", "consents", "staff");

  /** What a sheet seldom has. */
  private static final Set<String> SELDOM =
      Set.of(
          "occurredAt",
          "phonedAt",
          "onBehalfOf",
          "noteBasis",
          "noteStatute",
          "noteNamesNoOne",
          "household",
          "consultation.reception",
          "consultation.persons",
          "consultation.introducedBy",
          "consultation.protection",
          "referral.urgency",
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

  private final Window window;
  private final PagePosts posts;

  SheetPage(Window window, PagePosts posts) {
    this.window = window;
    this.posts = posts;
  }

  /** What its receiver will read, and until when an answer is expected. */
  record Preview(String receiver, String deadline, List<ReferralPage.Part> parts) {

    /** Keeps an unmodifiable copy. */
    Preview {
      parts = List.copyOf(parts);
    }
  }

  @GetMapping(Window.ROOT + "/sheet")
  String empty(Caller caller, Model model) {
    return page(Window.agency(caller), JsonNodeFactory.instance.objectNode(), List.of(), "", model);
  }

  @PostMapping(Window.ROOT + "/sheet")
  String post(Caller caller, Model model, HttpServletRequest request) {
    AgencyId agency = Window.agency(caller);
    Map<String, String[]> posted = request.getParameterMap();
    ObjectNode typed = FormPost.read(SheetFields.FORM, posted);
    String more = ReferralPage.one(posted, "more");
    if (!more.isEmpty()) {
      return page(agency, typed, List.of(), more, model);
    }
    return posted.containsKey("preview")
        ? previewed(agency, typed, model)
        : sent(agency, new PagePosts.Sent(agency, ReferralPage.key(posted), null, typed), model);
  }

  private String sent(AgencyId agency, PagePosts.Sent sent, Model model) {
    return switch (posts.sheet(sent)) {
      case PagePosts.Outcome.Stored(var told) -> {
        String command = told.path("commandIds").path(0).asString("");
        String own = "redirect:/agencies/" + agency + "/window/";
        yield own + "cases/" + told.path("caseId").asString("") + "?done=" + command;
      }
      case PagePosts.Outcome.Refused(Problem problem) -> {
        boolean isForm = problem.code().equals(CommonProblem.FORM_INVALID.code());
        model.addAttribute("refusal", isForm ? null : problem);
        yield page(agency, sent.body(), isForm ? problem.errors() : List.of(), "", model);
      }
    };
  }

  private String previewed(AgencyId agency, ObjectNode typed, Model model) {
    return switch (window.tools().reader().read(SheetFields.FORM, typed)) {
      case FormReading.Unusable(List<FieldProblem> problems) ->
          page(agency, typed, problems, "", model);
      case FormReading.Usable(Filled filled) -> {
        model.addAttribute("preview", preview(agency, SheetFields.of(filled)));
        yield page(agency, typed, List.of(), "", model);
      }
    };
  }

  private @Nullable Preview preview(AgencyId agency, TsunaguSheet sheet) {
    ReferralForm referral = sheet.referral();
    AgencyId desk = window.tools().desk();
    if (referral == null || desk == null) {
      return null;
    }
    AgencyId receiver = Optional.ofNullable(referral.receiver()).orElse(desk);
    OpenDossier dossier =
        window
            .tools()
            .dossiers()
            .open(sheet.dossier(), Set.of(receiver), sheet.consultation().protection());
    DeadlinePreview deadline =
        DeadlinePreview.of(
            referral.urgency(),
            window.now(),
            window.directory(),
            window.directory().agency(receiver).orElse(null));
    return new Preview(
        window.nameOf(receiver),
        deadline.message(),
        dossier == null ? List.of() : ReferralPage.parts(held(agency, dossier)));
  }

  /** As the receiver will hold it. */
  private DossierView held(AgencyId agency, OpenDossier dossier) {
    CaseId nowhere = new CaseId(dossier.dossierId().value());
    return new DossierView(
        dossier.dossierId(),
        nowhere,
        Optional.empty(),
        agency,
        window.now(),
        dossier.parts().stream().map(SheetPage::open).toList());
  }

  private static PartView open(OpenPart part) {
    return new PartView(
        part.name(),
        part.kind(),
        Optional.ofNullable(part.person()),
        part.details(),
        Optional.ofNullable(part.basis()),
        part.namesNoOne(),
        new PartView.Content.Open(new Sensitive<>(part.content())));
  }

  private String page(
      AgencyId agency, ObjectNode typed, List<FieldProblem> problems, String more, Model model) {
    FormPage form =
        new FormPage(SheetFields.FORM, window.directory(), typed, problems, more, SELDOM);
    model.addAttribute("form", form);
    model.addAttribute("group", form.inOrder(ORDER));
    model.addAttribute("key", Window.freshKey());
    model.addAttribute("agency", agency.value());
    return "window/sheet";
  }
}
