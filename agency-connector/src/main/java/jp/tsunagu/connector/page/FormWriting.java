package jp.tsunagu.connector.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.draft.Draft;
import jp.tsunagu.connector.draft.Saved;
import jp.tsunagu.connector.form.FormPassage;
import jp.tsunagu.connector.web.FormWork;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A form of a case while it is filled in: what is posted is kept as a draft before anything else is
 * done with it, and becomes a version that nobody changes any more.
 */
@Controller
class FormWriting {

  private static final String UNSAVED = "unsaved";
  private static final String WRITE = FormPages.ADDRESS + "/{formId}/write";

  private final Window window;
  private final FormWork work;
  private final FormDrafts forms;
  private final SheetDrafts sheets;
  private final DraftPages pages;
  private final PagePosts posts;
  private final Household household;
  private final AddedFiles files;

  FormWriting(
      Window window,
      FormWork work,
      FormDrafts forms,
      SheetDrafts sheets,
      DraftPages pages,
      PagePosts posts,
      Household household,
      AddedFiles files) {
    this.files = files;
    this.household = household;
    this.pages = pages;
    this.posts = posts;
    this.window = window;
    this.work = work;
    this.forms = forms;
    this.sheets = sheets;
  }

  /** What is there already: a draft of hers, else the latest version, else a new one. */
  @GetMapping(WRITE)
  Object open(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String formId,
      Model model,
      HttpServletRequest request,
      @RequestParam(name = "draft", defaultValue = "") String key,
      @RequestParam(defaultValue = "") String item) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    Optional<CaseForm> form = CityForms.find(formId, window.directory());
    if (found.isEmpty() || form.isEmpty()) {
      return Window.missing();
    }
    FormDrafts.Begun begun =
        forms.begun(caller, found.get(), form.get(), key, item, Readers.onPage(request));
    Draft draft = begun.draft();
    if (draft != null) {
      model.addAttribute("kept", sheets.told(new Saved.Kept(draft.savedAt())));
      model.addAttribute("removable", draft.key());
      model.addAttribute(
          "refusal",
          draft.refused().flatMap(id -> pages.why(begun.form().owner(), id)).orElse(null));
    }
    return page(begun.form(), TypedForm.empty(), model);
  }

  @PostMapping(WRITE)
  Object post(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String formId,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    PagePost post = PagePost.of(request, response);
    Optional<OpenForm> posted = forms.posted(caller, caseId, formId, post, Readers.onPage(request));
    if (posted.isEmpty()) {
      return Window.missing();
    }
    OpenForm writing = posted.get();
    if (post.values().containsKey("save")) {
      OpenForm kept = kept(writing, model);
      return model.getAttribute(UNSAVED) == null
          ? "redirect:" + writing.address("/write?draft=" + kept.key())
          : page(kept, TypedForm.empty(), model);
    }
    Optional<FieldProblem> wrong = files.taken(writing.found().agency(), post, writing.typed());
    if (wrong.isPresent() || post.isAddingAFile()) {
      return filed(post, kept(writing, model), wrong, model);
    }
    return post.values().containsKey("preview")
        ? preview(post, kept(writing, model), model)
        : sent(caller, post, writing, model);
  }

  /** A file was added, or could not be. */
  private Object filed(PagePost post, OpenForm writing, Optional<FieldProblem> wrong, Model model) {
    return wrong.isPresent()
        ? post.refused(
            writing.typed(),
            CommonProblem.ofFields(List.of(wrong.get())),
            typed -> page(writing, typed, model))
        : page(writing, TypedForm.empty(), model);
  }

  private Object sent(Caller caller, PagePost post, OpenForm writing, Model model) {
    Saved _ = forms.save(writing);
    PagePosts.Sent sent =
        new PagePosts.Sent(writing.found().agency(), writing.key(), null, writing.typed());
    return post.answer(
        writing.typed(),
        (_, _) ->
            posts
                .caseForm(sent, caller, writing.about(), writing.after(), () -> forms.drop(writing))
                .toldAt(told -> writing.found().address("/forms") + Window.done(told)),
        typed -> {
          model.addAttribute("refusal", typed.refusal());
          return page(
              kept(writing, model).after(work.latest(writing.about(), writing.typed())),
              typed,
              model);
        });
  }

  private Object preview(PagePost post, OpenForm writing, Model model) {
    return switch (window.tools().reader().read(writing.form().asked(), writing.typed())) {
      case FormReading.Unusable(var problems) ->
          post.refused(
              writing.typed(),
              CommonProblem.ofFields(problems),
              typed -> page(writing, typed, model));
      case FormReading.Usable(Filled filled) -> {
        FormPassage passage = work.passage(writing.about(), filled);
        model.addAttribute(
            "preview",
            FormPreview.of(
                writing.form(),
                passage,
                window.directory(),
                files.told(writing.found().agency(), writing.typed())));
        yield page(writing, TypedForm.empty(), model);
      }
    };
  }

  /** Keeps it as a draft, under a new key where that of the page is used up. */
  private OpenForm kept(OpenForm writing, Model model) {
    FormDrafts.Kept kept = forms.keep(writing);
    model.addAttribute("kept", sheets.told(kept.saved()));
    if (!(kept.saved() instanceof Saved.Kept)) {
      model.addAttribute(UNSAVED, true);
    }
    return kept.form();
  }

  /** What the script of the page sends while somebody writes; answered in words for the page. */
  @Hidden
  @PostMapping(FormPages.ADDRESS + "/{formId}/draft")
  ResponseEntity<String> save(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String formId,
      HttpServletRequest request,
      HttpServletResponse response) {
    return DraftPages.told(
        forms
            .posted(caller, caseId, formId, PagePost.of(request, response), Readers.onPage(request))
            .map(forms::save),
        sheets);
  }

  @PostMapping(FormPages.ADDRESS + "/{formId}/draft/{key}/remove")
  Object remove(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String formId,
      @PathVariable String key) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    return found.isPresent() && sheets.remove(sheets.owner(caller, key), key)
        ? "redirect:" + found.get().address("/forms")
        : Window.missing();
  }

  /** What whoever signs it consents to; empty of a form by which the network judges nothing. */
  private static String consentTo(CaseForm form) {
    return ConsentPurpose.appliedForBy(form.form().ref()).map(ConsentPurpose::label).orElse("");
  }

  private String page(OpenForm writing, TypedForm typed, Model model) {
    writing.found().show(model);
    FormPage form =
        new FormPage(
            writing.form().asked(),
            window.directory(),
            writing.typed(),
            typed.problems(),
            typed.more(),
            Set.of(),
            writing
                .found()
                .offers(household, writing.form().asked(), writing.reader())
                .withFiles(files.told(writing.found().agency(), writing.typed())));
    model.addAttribute("form", form);
    model.addAttribute("formId", writing.form().id());
    model.addAttribute("formTitle", writing.form().title());
    model.addAttribute("statement", writing.form().statement());
    model.addAttribute("consentTo", consentTo(writing.form()));
    model.addAttribute("key", writing.key());
    model.addAttribute("instead", writing.instead());
    model.addAttribute(OpenForm.AFTER, writing.after());
    return "window/form";
  }
}
