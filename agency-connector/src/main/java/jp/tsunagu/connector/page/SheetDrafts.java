package jp.tsunagu.connector.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.draft.Draft;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.draft.Drafts.Owner;
import jp.tsunagu.connector.draft.Saved;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a つなぐシート that is being written, and how it is kept until it is sent. */
@Component
class SheetDrafts {

  private final Drafts drafts;
  private final Window window;
  private final Assignees assignees;

  SheetDrafts(Drafts drafts, Window window, Assignees assignees) {
    this.assignees = assignees;
    this.drafts = drafts;
    this.window = window;
  }

  /**
   * A sheet as it was posted.
   *
   * @param key of the command it becomes
   * @param instead of which refused draft it takes the place; empty for none
   * @param isEmpty whether nothing stands in it that its page did not say before
   */
  record Writing(Owner owner, String key, String instead, ObjectNode typed, boolean isEmpty) {

    @Override
    public String toString() {
      return "Writing[" + owner + "]";
    }

    Bytes content() {
      return content(typed);
    }

    private static Bytes content(ObjectNode typed) {
      return Bytes.copyOf(ViewJson.MAPPER.writeValueAsBytes(typed));
    }

    /** The same with this in it. */
    Writing with(ObjectNode more) {
      return new Writing(owner, key, instead, more, isEmpty && more.equals(typed));
    }

    /** The same under a key that is not used up. */
    Writing anew() {
      return new Writing(owner, Window.freshKey(), key, typed, isEmpty);
    }
  }

  /** How it was kept, and under which key it goes on. */
  record Kept(Writing writing, Saved saved) {}

  static Owner owner(Caller caller) {
    String person = caller instanceof Caller.AgencyStaff staff ? staff.person() : "";
    return new Owner(Window.agency(caller), person);
  }

  /**
   * Whose the draft of one of these keys is: her own, unless it is of somebody whose work she looks
   * after today.
   */
  Owner owner(Caller caller, String... keys) {
    List<Colleague> others = assignees.lookedAfter(caller);
    return Stream.of(keys)
        .filter(Identifiers::isUuid)
        .flatMap(
            key ->
                others.stream()
                    .map(one -> new Owner(Window.agency(caller), one.account()))
                    .filter(one -> drafts.find(one, key).isPresent()))
        .findFirst()
        .orElseGet(() -> owner(caller));
  }

  Writing posted(Caller caller, PagePost post) {
    String instead = post.one("instead");
    String key = post.key();
    ObjectNode said = begun(post).said(FormPost.read(SheetFields.FORM, post.values()));
    return new Writing(
        owner(caller, key, instead),
        key,
        Identifiers.isUuid(instead) ? instead : "",
        said,
        SheetBeginning.isUntouched(said, name(caller)));
  }

  /** As it was on the day on which the page was shown; today where it does not say. */
  private SheetBeginning begun(PagePost post) {
    LocalDate today = TokyoTime.dateOf(window.now());
    LocalDate yesterday = today.minusDays(1);
    return new SheetBeginning(
        post.one(SheetView.BEGUN).equals(yesterday.toString()) ? yesterday : today);
  }

  /** How she is called who writes; empty where no person does or the login told no name. */
  String name(Caller caller) {
    return Assignees.me(caller, assignees.team(Window.agency(caller)))
        .map(Colleague::name)
        .orElse("");
  }

  /** Keeps it under its own key, or not at all. */
  Saved save(Writing writing) {
    return writing.instead().isEmpty()
        ? drafts.save(writing.owner(), writing.key(), writing.content())
        : drafts.saveAnew(writing.owner(), writing.instead(), writing.key(), writing.content());
  }

  /** Keeps it; where its key is used up by what was sent, under a new one. */
  Kept keep(Writing writing) {
    Saved saved = save(writing);
    if (saved instanceof Saved.Gone) {
      Writing anew = writing.anew();
      return new Kept(anew, save(anew));
    }
    return new Kept(writing, saved);
  }

  /** It becomes a command, in the transaction that is running. */
  void sent(Writing writing) {
    drafts.sent(writing.owner(), writing.key(), writing.content());
    if (!writing.instead().isEmpty()) {
      drafts.remove(writing.owner(), writing.instead());
    }
  }

  Optional<Draft> find(Owner owner, String key) {
    return Identifiers.isUuid(key) ? drafts.find(owner, key) : Optional.empty();
  }

  boolean remove(Owner owner, String key) {
    return Identifiers.isUuid(key) && drafts.remove(owner, key);
  }

  /** As the page shows it again; one that was refused goes on under a new key. */
  static Writing opened(Owner owner, Draft draft) {
    ObjectNode typed = (ObjectNode) ViewJson.MAPPER.readTree(draft.content().value().toByteArray());
    Writing writing = new Writing(owner, draft.key(), "", typed, false);
    return draft.refused().isPresent() ? writing.anew() : writing;
  }

  /** What a person is told of it. */
  String told(Saved saved) {
    return switch (saved) {
      case Saved.Kept(var at) ->
          "下書き " + DateWords.momentNear(at, TokyoTime.dateOf(window.now())) + " 保存済み";
      case Saved.TooMany(int most) -> "保存できません。下書きが" + most + "件あります。要らない下書きを捨てると保存できます。";
      case Saved.TooLong _ -> "保存できません。書いたものが長すぎます。";
      case Saved.Gone _ -> "保存していません。このシートはもう送られています。";
    };
  }
}
