package jp.tsunagu.connector.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.page.SheetDrafts.Writing;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.ReferralForm;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.connector.sheet.TsunaguSheet;
import jp.tsunagu.connector.web.DeadlinePreview;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.site.FormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How a つなぐシート is shown while it is written. */
@Component
class SheetView {

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

  SheetView(Window window) {
    this.window = window;
  }

  /** What its receiver will read, and until when an answer is expected. */
  record Preview(String receiver, String deadline, List<ContentPart> parts) {

    /** Keeps an unmodifiable copy. */
    Preview {
      parts = List.copyOf(parts);
    }
  }

  /** The page with what was typed. */
  String page(Writing writing, List<FieldProblem> problems, String more, Model model) {
    FormPage form =
        new FormPage(SheetFields.FORM, window.directory(), writing.typed(), problems, more, SELDOM);
    model.addAttribute("form", form);
    model.addAttribute("group", form.inOrder(ORDER));
    model.addAttribute("key", writing.key());
    model.addAttribute("instead", writing.instead());
    model.addAttribute("agency", writing.owner().agency().value());
    return "window/sheet";
  }

  /** The same with what its receiver will read. */
  String preview(Writing writing, Model model) {
    return switch (window.tools().reader().read(SheetFields.FORM, writing.typed())) {
      case FormReading.Unusable(List<FieldProblem> problems) -> page(writing, problems, "", model);
      case FormReading.Usable(Filled filled) -> {
        model.addAttribute("preview", preview(writing.owner().agency(), SheetFields.of(filled)));
        yield page(writing, List.of(), "", model);
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
        dossier == null ? List.of() : ContentPart.of(held(agency, dossier)));
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
        dossier.parts().stream().map(SheetView::open).toList());
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
}
