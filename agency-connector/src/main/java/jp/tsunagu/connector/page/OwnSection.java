package jp.tsunagu.connector.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.dossier.InternalNotes;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.sheet.InternalNoteFields;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What of a referral is the agency's own. */
@Component
class OwnSection {

  /** So many changes of hands are shown; the interface gives more. */
  private static final int MOST = 10;

  /** What was typed where an assignment was not taken, as an attribute of the page. */
  static final String ASSIGNING = "assigning";

  /** The same of a note. */
  static final String NOTING = "noting";

  private static final String SYSTEM = "システム";

  private final Window window;
  private final Assignees assignees;
  private final Assignments assignments;
  private final ShownDossiers shown;

  OwnSection(Window window, Assignees assignees, Assignments assignments, ShownDossiers shown) {
    this.shown = shown;
    this.window = window;
    this.assignees = assignees;
    this.assignments = assignments;
  }

  /** A change of hands in words. */
  record Change(String to, String by, Instant at) {}

  /**
   * Who has it in hand.
   *
   * @param code by which the form names her
   * @param me the code of who looks at the page; null where she has it, or is no person
   * @param form in which another is chosen
   * @param refusal why that was not taken, where the form does not say it
   */
  record Assigned(
      String code,
      String name,
      @Nullable String me,
      FormPage form,
      @Nullable Problem refusal,
      List<Change> changes) {

    /** Whether another was chosen and that was not taken. */
    public boolean wasRefused() {
      return refusal != null || !form.getProblems().isEmpty();
    }

    /** Keeps an unmodifiable copy. */
    Assigned {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A note as people read it.
   *
   * @param text or why it cannot be read
   */
  record NoteLine(String author, Instant at, String about, String text) {

    @Override
    public String toString() {
      return "NoteLine[" + at + "]";
    }
  }

  /** Puts it on the page, but for a form that stands there refused. */
  void show(Caller caller, ReferralView view, Reader reader, Model model) {
    AgencyId agency = Window.agency(caller);
    Team team = assignees.team(agency);
    assigned(caller, agency, view, team, model);
    TypedForm typed =
        model.getAttribute(NOTING) instanceof TypedForm refused
            ? refused
            : TypedForm.begun(begun(agency, view));
    model.addAttribute(
        "noteForm",
        window.form(InternalNoteFields.FORM, typed, Set.of(), Household.numbers(view.state())));
    model.addAttribute("noteRefusal", typed.refusal());
    model.addAttribute("noteKey", Window.freshKey());
    model.addAttribute(
        "notes", shown.notes(agency, view, reader).stream().map(note -> line(note, team)).toList());
  }

  /** Where the household is one person, it is about her until somebody says otherwise. */
  private ObjectNode begun(AgencyId agency, ReferralView view) {
    ObjectNode begun = JsonNodeFactory.instance.objectNode();
    boolean isAlone =
        window
            .tools()
            .records()
            .findCase(agency, view.caseId())
            .flatMap(CaseView::state)
            .filter(state -> state.persons() <= 1)
            .isPresent();
    return isAlone ? begun.put(InternalNoteFields.ABOUT, "1") : begun;
  }

  private static NoteLine line(InternalNotes.Note note, Team team) {
    String text =
        switch (note.state()) {
          case OPEN -> note.text().value();
          case LOCKED -> new PartView.Content.Locked().label();
          case RETURNED -> new PartView.Content.Returned().label();
          case ERASED -> new PartView.Content.Erased().label();
          case UNOPENABLE -> new PartView.Content.Unopenable().label();
        };
    return new NoteLine(
        note.author().isEmpty() ? SYSTEM : name(team, note.author()),
        note.writtenAt(),
        "世帯員" + note.person().number(),
        text);
  }

  private void assigned(Caller caller, AgencyId agency, ReferralView view, Team team, Model model) {
    ReferralId id = view.referral().referralId();
    Optional<Colleague> now =
        Optional.ofNullable(assignments.of(agency, List.of(id)).get(id)).flatMap(team::find);
    String code = now.map(one -> one.id().toString()).orElse(ColleagueForms.NOBODY.code());
    TypedForm typed =
        model.getAttribute(ASSIGNING) instanceof TypedForm refused
            ? refused
            : TypedForm.begun(JsonNodeFactory.instance.objectNode().put("colleague", code));
    model.addAttribute(
        "assigned",
        new Assigned(
            code,
            name(team, now.map(Colleague::id)),
            Assignees.me(caller, team)
                .map(one -> one.id().toString())
                .filter(own -> !own.equals(code))
                .orElse(null),
            window.form(ColleagueForms.assignment(team), typed),
            typed.refusal(),
            assignments.changes(agency, id, MOST).stream()
                .map(
                    change ->
                        new Change(
                            name(team, change.colleague()),
                            change.by().isEmpty() ? SYSTEM : name(team, change.by()),
                            change.at()))
                .toList()));
  }

  private static String name(Team team, Optional<UUID> id) {
    return id.flatMap(team::find).map(team::labelled).orElse(ColleagueForms.NOBODY.label());
  }
}
