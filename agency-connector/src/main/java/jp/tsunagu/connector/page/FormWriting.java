package jp.tsunagu.connector.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.draft.Draft;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.draft.Drafts.Owner;
import jp.tsunagu.connector.draft.Saved;
import jp.tsunagu.connector.form.FormPassage;
import jp.tsunagu.connector.form.ShownForms;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.connector.web.FormWork;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form of a case while it is filled in: what is posted is kept as a draft before anything else is
 * done with it, and becomes a version that nobody changes any more.
 */
@Controller
class FormWriting {

  private static final String ITEM = CaseForm.ITEM.name();
  private static final String UNSAVED = "unsaved";
  private static final String WRITE = FormPages.ADDRESS + "/{formId}/write";

  private final Window window;
  private final FormWork work;
  private final ShownForms shown;
  private final Drafts drafts;
  private final SheetDrafts sheets;
  private final DraftPages pages;
  private final PagePosts posts;
  private final Household household;

  FormWriting(
      Window window,
      FormWork work,
      ShownForms shown,
      Drafts drafts,
      SheetDrafts sheets,
      DraftPages pages,
      PagePosts posts,
      Household household) {
    this.household = household;
    this.pages = pages;
    this.posts = posts;
    this.window = window;
    this.work = work;
    this.shown = shown;
    this.drafts = drafts;
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
    Owner owner = sheets.owner(caller, key);
    Draft.About about = new Draft.About(found.get().caseId(), form.get().id());
    Optional<Draft> draft =
        drafts.of(owner).stream()
            .filter(one -> key.isEmpty() || one.key().equals(key))
            .filter(one -> one.about().equals(Optional.of(about)))
            .filter(one -> item.isEmpty() || item.equals(typed(one).path(ITEM).asString("")))
            .findFirst();
    if (draft.isPresent()) {
      model.addAttribute("kept", sheets.told(new Saved.Kept(draft.get().savedAt())));
      model.addAttribute("removable", draft.get().key());
      model.addAttribute(
          "refusal", draft.get().refused().flatMap(id -> pages.why(owner, id)).orElse(null));
      return page(
          begun(found.get(), form.get(), owner, draft.get(), Readers.onPage(request)),
          TypedForm.empty(),
          model);
    }
    ObjectNode first = first(found.get(), form.get(), item);
    Optional<ShownForms.Shown> latest =
        shown.latest(
            found.get().agency(),
            found.get().caseId(),
            form.get(),
            FormWork.item(first),
            Readers.onPage(request));
    ObjectNode typed = latest.map(version -> version.content().value()).orElse(first);
    OpenForm fresh =
        new OpenForm(
            found.get(),
            form.get(),
            owner,
            Window.freshKey(),
            "",
            latest.map(version -> version.outline().number()).orElse(0),
            anew(caller, typed),
            Readers.onPage(request));
    return page(fresh, TypedForm.empty(), model);
  }

  /** What a form begins with: of a form of a meeting, the item, and who is at its table. */
  private static ObjectNode first(CasePage found, CaseForm form, String item) {
    ObjectNode first = JsonNodeFactory.instance.objectNode();
    if (form.isOfAMeeting() && Identifiers.isUuid(item)) {
      first.put(ITEM, item);
      found
          .state()
          .flatMap(state -> state.meeting(MeetingRequestId.of(item)))
          .ifPresent(
              of ->
                  of.notice().invited().stream()
                      .filter(agency -> !agency.equals(found.agency()))
                      .sorted()
                      .forEach(
                          agency -> first.withArray(CaseForm.READERS.name()).add(agency.value())));
    }
    return first;
  }

  private static ObjectNode typed(Draft draft) {
    return (ObjectNode) ViewJson.MAPPER.readTree(draft.content().value().toByteArray());
  }

  /** One that was refused goes on under a new key. */
  private static OpenForm begun(
      CasePage found, CaseForm form, Owner owner, Draft draft, Reader reader) {
    ObjectNode kept = typed(draft);
    int after = kept.path(OpenForm.AFTER).asInt(0);
    kept.remove(OpenForm.AFTER);
    OpenForm writing = new OpenForm(found, form, owner, draft.key(), "", after, kept, reader);
    return draft.refused().isPresent() ? writing.anew() : writing;
  }

  /** As of today, by whoever writes it now; on which ground it goes is said each time. */
  private ObjectNode anew(Caller caller, ObjectNode before) {
    ObjectNode typed = before.deepCopy();
    typed.remove(CaseForm.GROUNDS.name());
    typed.put(CaseForm.WRITTEN_ON.name(), TokyoTime.dateOf(window.now()).toString());
    String name = sheets.name(caller);
    if (name.isEmpty()) {
      typed.remove(CaseForm.AUTHOR.name());
    } else {
      typed.put(CaseForm.AUTHOR.name(), name);
    }
    return typed;
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
    Optional<OpenForm> posted = posted(caller, caseId, formId, post, request);
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
    return post.values().containsKey("preview")
        ? preview(post, kept(writing, model), model)
        : sent(caller, post, writing, model);
  }

  private Object sent(Caller caller, PagePost post, OpenForm writing, Model model) {
    Saved _ = save(writing);
    PagePosts.Sent sent =
        new PagePosts.Sent(writing.found().agency(), writing.key(), null, writing.typed());
    return post.answer(
        writing.typed(),
        (_, _) ->
            posts
                .caseForm(sent, caller, writing.about(), writing.after(), () -> drop(writing))
                .toldAt(told -> writing.found().address("/forms") + Window.done(told)),
        typed -> {
          model.addAttribute("refusal", typed.refusal());
          return page(
              kept(writing, model).after(work.latest(writing.about(), writing.typed())),
              typed,
              model);
        });
  }

  /** It becomes a version, in the transaction that is running. */
  private void drop(OpenForm writing) {
    drafts.sent(writing.owner(), writing.key(), writing.content());
    if (!writing.instead().isEmpty()) {
      drafts.remove(writing.owner(), writing.instead());
    }
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
        model.addAttribute("preview", FormPreview.of(writing.form(), passage, window.directory()));
        yield page(writing, TypedForm.empty(), model);
      }
    };
  }

  private Optional<OpenForm> posted(
      Caller caller, String caseId, String formId, PagePost post, HttpServletRequest request) {
    return CasePage.of(window, caller, caseId)
        .flatMap(
            found ->
                CityForms.find(formId, window.directory())
                    .map(
                        form ->
                            new OpenForm(
                                found,
                                form,
                                sheets.owner(caller, post.key()),
                                post.key(),
                                instead(post),
                                after(post),
                                FormPost.read(form.asked(), post.values()),
                                Readers.onPage(request))));
  }

  private static String instead(PagePost post) {
    String instead = post.one("instead");
    return Identifiers.isUuid(instead) ? instead : "";
  }

  private static int after(PagePost post) {
    String after = post.one(OpenForm.AFTER);
    return after.matches("[0-9]{1,4}") ? Integer.parseInt(after) : 0;
  }

  /** Keeps it as a draft, under a new key where that of the page is used up. */
  private OpenForm kept(OpenForm writing, Model model) {
    Saved saved = save(writing);
    OpenForm kept = writing;
    if (saved instanceof Saved.Gone) {
      kept = writing.anew();
      saved = save(kept);
    }
    model.addAttribute("kept", sheets.told(saved));
    if (!(saved instanceof Saved.Kept)) {
      model.addAttribute(UNSAVED, true);
    }
    return kept;
  }

  private Saved save(OpenForm writing) {
    return writing.instead().isEmpty()
        ? drafts.save(writing.owner(), writing.key(), writing.draft(), writing.content())
        : drafts.saveAnew(
            writing.owner(), writing.instead(), writing.key(), writing.draft(), writing.content());
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
        posted(caller, caseId, formId, PagePost.of(request, response), request).map(this::save),
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
            writing.found().offers(household, writing.form().asked(), writing.reader()));
    model.addAttribute("form", form);
    model.addAttribute("formId", writing.form().id());
    model.addAttribute("formTitle", writing.form().title());
    model.addAttribute("statement", writing.form().statement());
    model.addAttribute("key", writing.key());
    model.addAttribute("instead", writing.instead());
    model.addAttribute(OpenForm.AFTER, writing.after());
    return "window/form";
  }
}
