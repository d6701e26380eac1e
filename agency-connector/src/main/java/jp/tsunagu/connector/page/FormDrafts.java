package jp.tsunagu.connector.page;

import java.util.Optional;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.draft.Draft;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.draft.Drafts.Owner;
import jp.tsunagu.connector.draft.Saved;
import jp.tsunagu.connector.form.ShownForms;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.connector.web.FormWork;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forms of cases that are begun: as a draft of whoever writes, or from the version before. */
@Component
class FormDrafts {

  private static final String ITEM = CaseForm.ITEM.name();

  private final Window window;
  private final ShownForms shown;
  private final Drafts drafts;
  private final SheetDrafts sheets;

  FormDrafts(Window window, ShownForms shown, Drafts drafts, SheetDrafts sheets) {
    this.window = window;
    this.shown = shown;
    this.drafts = drafts;
    this.sheets = sheets;
  }

  /**
   * What there is to write on.
   *
   * @param draft of which it goes on; null where it is none of hers
   */
  record Begun(OpenForm form, @Nullable Draft draft) {}

  /** A form that was kept as far as it could be, under the key it has now. */
  record Kept(OpenForm form, Saved saved) {}

  /**
   * What is there already: a draft of hers, else the latest version, else a new one.
   *
   * @param key of the draft that is asked for; empty for any
   * @param item which it is to tell of; empty for any
   */
  Begun begun(
      Caller caller, CasePage found, CaseForm form, String key, String item, Reader reader) {
    Owner owner = sheets.owner(caller, key);
    Draft.About about = new Draft.About(found.caseId(), form.id());
    return drafts.of(owner).stream()
        .filter(one -> key.isEmpty() || one.key().equals(key))
        .filter(one -> one.about().equals(Optional.of(about)))
        .filter(one -> item.isEmpty() || item.equals(typed(one).path(ITEM).asString("")))
        .findFirst()
        .map(draft -> new Begun(goingOn(found, form, owner, draft, reader), draft))
        .orElseGet(() -> new Begun(fresh(caller, found, form, owner, item, reader), null));
  }

  private OpenForm fresh(
      Caller caller, CasePage found, CaseForm form, Owner owner, String item, Reader reader) {
    ObjectNode first = first(found, form, item);
    Optional<ShownForms.Shown> latest =
        shown.latest(found.agency(), found.caseId(), form, FormWork.item(first), reader);
    return new OpenForm(
        found,
        form,
        owner,
        Window.freshKey(),
        "",
        latest.map(version -> version.outline().number()).orElse(0),
        anew(caller, latest.map(version -> version.content().value()).orElse(first)),
        reader);
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
  private static OpenForm goingOn(
      CasePage found, CaseForm form, Owner owner, Draft draft, Reader reader) {
    ObjectNode kept = typed(draft);
    int after = kept.path(OpenForm.AFTER).asInt(0);
    kept.remove(OpenForm.AFTER);
    OpenForm writing = new OpenForm(found, form, owner, draft.key(), "", after, kept, reader);
    return draft.refused().isPresent() ? writing.anew() : writing;
  }

  /**
   * As of today, by whoever writes it now; on which ground it goes is said each time, and what is
   * attached to a version stays with that version.
   */
  private ObjectNode anew(Caller caller, ObjectNode before) {
    ObjectNode typed = before.deepCopy();
    typed.remove(CaseForm.GROUNDS.name());
    typed.remove(CaseForm.FILES.name());
    typed.put(CaseForm.WRITTEN_ON.name(), TokyoTime.dateOf(window.now()).toString());
    String name = sheets.name(caller);
    if (name.isEmpty()) {
      typed.remove(CaseForm.AUTHOR.name());
    } else {
      typed.put(CaseForm.AUTHOR.name(), name);
    }
    return typed;
  }

  /** What was posted; empty where there is no such case or form. */
  Optional<OpenForm> posted(
      Caller caller, String caseId, String formId, PagePost post, Reader reader) {
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
                                reader)));
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
  Kept keep(OpenForm writing) {
    Saved saved = save(writing);
    if (saved instanceof Saved.Gone) {
      OpenForm anew = writing.anew();
      return new Kept(anew, save(anew));
    }
    return new Kept(writing, saved);
  }

  /** Keeps it under its own key. */
  Saved save(OpenForm writing) {
    return writing.instead().isEmpty()
        ? drafts.save(writing.owner(), writing.key(), writing.draft(), writing.content())
        : drafts.saveAnew(
            writing.owner(), writing.instead(), writing.key(), writing.draft(), writing.content());
  }

  /** It becomes a version, in the transaction that is running. */
  void drop(OpenForm writing) {
    drafts.sent(writing.owner(), writing.key(), writing.content());
    if (!writing.instead().isEmpty()) {
      drafts.remove(writing.owner(), writing.instead());
    }
  }
}
