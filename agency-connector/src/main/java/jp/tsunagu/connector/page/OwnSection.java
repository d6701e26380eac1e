package jp.tsunagu.connector.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.record.ReferralView;
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

/** What of a referral is the agency's own. */
@Component
class OwnSection {

  /** So many changes of hands are shown; the interface gives more. */
  private static final int MOST = 10;

  /** What was typed where an assignment was not taken, as an attribute of the page. */
  static final String ASSIGNING = "assigning";

  private static final String SYSTEM = "システム";

  private final Window window;
  private final Assignees assignees;
  private final Assignments assignments;

  OwnSection(Window window, Assignees assignees, Assignments assignments) {
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

  /** Puts it on the page. */
  void show(Caller caller, ReferralView view, Model model) {
    AgencyId agency = Window.agency(caller);
    ReferralId id = view.referral().referralId();
    Team team = assignees.team(agency);
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
            window.form(ColleagueForms.assignment(team), typed.content(), typed.problems()),
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
