package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.draft.Draft;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.file.FileType;
import jp.tsunagu.connector.form.FormPassage;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.form.ShownForms;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.register.IssueForms;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.connector.web.FormWork;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.wording.ItemWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.FormFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 様式: the forms of a case, each with its versions, and a version as it is read. */
@Controller
class FormPages {

  /** Where the forms of a case stand. */
  static final String ADDRESS = Window.ROOT + "/cases/{caseId}/forms";

  private final Window window;
  private final FormVersions versions;
  private final ShownForms shown;
  private final Drafts drafts;
  private final Assignees assignees;
  private final ShownDossiers dossiers;

  FormPages(
      Window window,
      FormVersions versions,
      ShownForms shown,
      Drafts drafts,
      Assignees assignees,
      ShownDossiers dossiers) {
    this.dossiers = dossiers;
    this.window = window;
    this.versions = versions;
    this.shown = shown;
    this.drafts = drafts;
    this.assignees = assignees;
  }

  /**
   * A form in the list.
   *
   * @param isAsked whether it can be filled in; one that the city has no more is only read
   * @param versions the latest first
   * @param draft when whoever looks has saved a draft of it last; null where she has none
   */
  record Listed(
      String id, String title, boolean isAsked, List<Version> versions, @Nullable Instant draft) {

    /** Keeps an unmodifiable copy. */
    Listed {
      versions = List.copyOf(versions);
    }

    boolean isBegun() {
      return !versions.isEmpty() || draft != null;
    }
  }

  /** A form that another agency filled in, as far as it reaches this one. */
  record Came(DossierId dossier, String title, String sender, Instant since) {}

  /**
   * A version.
   *
   * @param about of a form of a meeting, what people call the item; empty of every other
   */
  record Version(int number, String about, String author, Instant keptAt) {}

  /** A file of a version, and what it is called. */
  record AttachedFile(String id, String name) {}

  @GetMapping(ADDRESS)
  Object list(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      @RequestParam(defaultValue = "") String done) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    CasePage page = found.get();
    page.show(model);
    model.addAttribute("told", window.told(page.agency(), page.caseId(), done));
    List<Draft> begun =
        drafts.of(SheetDrafts.owner(caller)).stream()
            .filter(
                draft ->
                    draft.about().filter(about -> about.caseId().equals(page.caseId())).isPresent())
            .toList();
    List<FormVersions.Outline> all = versions.of(page.agency(), page.caseId());
    Team team = assignees.team(page.agency());
    Map<Boolean, List<Listed>> forms =
        listed(all)
            .map(form -> listed(page, form, all, begun, team))
            .collect(Collectors.partitioningBy(Listed::isBegun));
    model.addAttribute("begun", forms.get(true));
    model.addAttribute("others", forms.get(false));
    model.addAttribute(
        "came",
        dossiers.forms(page.agency(), page.caseId()).stream()
            .map(
                each ->
                    new Came(
                        each.dossier(),
                        window.directory().titleOf(each.form()),
                        window.nameOf(each.sender()),
                        each.heldSince()))
            .toList());
    return "window/forms";
  }

  /** What of another agency's form this one may read. */
  @GetMapping(ADDRESS + "/received/{dossierId}")
  Object received(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String dossierId,
      Model model,
      HttpServletRequest request) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    Optional<ShownDossiers.CameForm> wanted =
        found.stream()
            .flatMap(page -> dossiers.forms(page.agency(), page.caseId()).stream())
            .filter(came -> came.dossier().toString().equals(dossierId))
            .findFirst();
    Optional<DossierView> dossier =
        wanted.flatMap(
            came -> dossiers.find(found.get().agency(), came.dossier(), Readers.onPage(request)));
    if (dossier.isEmpty()) {
      return Window.missing();
    }
    found.get().show(model);
    show(CityForms.read(wanted.get().form(), window.directory()), dossier.get(), model);
    return "window/form-received";
  }

  private void show(CaseForm form, DossierView dossier, Model model) {
    model.addAttribute("formTitle", form.title());
    model.addAttribute("sender", window.nameOf(dossier.sender()));
    model.addAttribute("since", dossier.heldSince());
    model.addAttribute(
        "facts",
        FormFacts.of(
            form.form(),
            FormPassage.together(
                dossier.parts().stream()
                    .filter(part -> part.kind() != PartKind.FILE)
                    .map(PartView::content)
                    .filter(PartView.Content.Open.class::isInstance)
                    .map(open -> ((PartView.Content.Open) open).json().value())),
            window.directory()));
    model.addAttribute("files", ContentPart.of(dossier.with(part -> part.kind() == PartKind.FILE)));
    model.addAttribute(
        "closed",
        dossier.parts().stream()
            .filter(part -> part.kind() != PartKind.FILE)
            .filter(part -> !part.content().label().isEmpty())
            .map(part -> part.about() + ": " + part.content().label())
            .distinct()
            .toList());
  }

  /** Those that can be filled in, and those that were and cannot any more. */
  private Stream<CaseForm> listed(List<FormVersions.Outline> all) {
    List<CaseForm> now = CityForms.all(window.directory());
    return Stream.concat(
        now.stream(),
        all.stream()
            .map(FormVersions.Outline::formId)
            .distinct()
            .filter(id -> now.stream().noneMatch(form -> form.id().equals(id)))
            .flatMap(id -> CityForms.read(id, window.directory()).stream()));
  }

  private static Listed listed(
      CasePage page, CaseForm form, List<FormVersions.Outline> all, List<Draft> begun, Team team) {
    return new Listed(
        form.id(),
        form.title(),
        !form.asked().fields().isEmpty(),
        all.stream()
            .filter(version -> version.formId().equals(form.id()))
            .map(version -> version(page, version, team))
            .toList(),
        begun.stream()
            .filter(draft -> draft.about().filter(is -> is.formId().equals(form.id())).isPresent())
            .map(Draft::savedAt)
            .findFirst()
            .orElse(null));
  }

  private static Version version(CasePage page, FormVersions.Outline version, Team team) {
    return new Version(
        version.number(),
        version.item().flatMap(page.view()::meeting).map(ItemWords::of).orElse(""),
        FormWork.author(version, team),
        version.keptAt());
  }

  @GetMapping(ADDRESS + "/{formId}/{number:[0-9]{1,5}}")
  Object read(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String formId,
      @PathVariable int number,
      Model model,
      HttpServletRequest request) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    Optional<CaseForm> form = CityForms.read(formId, window.directory());
    if (found.isEmpty() || form.isEmpty()) {
      return Window.missing();
    }
    Optional<ShownForms.Shown> version =
        shown.find(
            found.get().agency(),
            found.get().caseId(),
            form.get(),
            number,
            Readers.onPage(request));
    if (version.isEmpty()) {
      return Window.missing();
    }
    found.get().show(model);
    model.addAttribute("formId", formId);
    model.addAttribute("formTitle", form.get().title());
    model.addAttribute(
        "evaluated", IssueForms.evaluatedIn(formId).map(Programme::name).orElse(null));
    model.addAttribute("isApplication", form.get().statement().isThere());
    model.addAttribute(
        "version",
        version(found.get(), version.get().outline(), assignees.team(found.get().agency())));
    model.addAttribute("item", version.get().outline().item().map(id -> "?item=" + id).orElse(""));
    model.addAttribute(
        "facts", FormFacts.of(form.get().form(), version.get().told(), window.directory()));
    model.addAttribute(
        "files",
        version.get().files().stream()
            .map(each -> new AttachedFile(each.file().toString(), FileType.words(each.note())))
            .toList());
    model.addAttribute("closed", version.get().closed().stream().map(PersonRef::toString).toList());
    return "window/form-version";
  }
}
