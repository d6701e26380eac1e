package jp.tsunagu.connector.web;

import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What an agency arranges for itself, by page and by interface alike. Nothing of it goes to the
 * network; each thing is one transaction in the agency's own database.
 */
@Component
public final class OwnWork {

  private final Tools tools;
  private final Colleagues colleagues;
  private final Assignments assignments;

  OwnWork(Tools tools, Colleagues colleagues, Assignments assignments) {
    this.tools = tools;
    this.colleagues = colleagues;
    this.assignments = assignments;
  }

  /** What became of it. */
  public sealed interface Outcome {

    /** It is so from now on. */
    record Done() implements Outcome {}

    /** Nothing is changed; where a form is wrong, its fields are named. */
    record Refused(Problem problem) implements Outcome {}
  }

  /** What is done with a form that can be used. */
  @FunctionalInterface
  private interface Use {
    Outcome of(Filled filled);
  }

  private Outcome read(Form form, JsonNode typed, Use use) {
    return switch (tools.reader().read(form, typed)) {
      case FormReading.Usable(Filled filled) -> use.of(filled);
      case FormReading.Unusable(var problems) ->
          new Outcome.Refused(CommonProblem.ofFields(problems));
    };
  }

  /**
   * Who has a referral in hand.
   *
   * @param seen who had it on the page that was sent; null where it does not matter
   */
  public Outcome assign(
      Caller caller,
      AgencyId agency,
      ReferralView view,
      @Nullable Optional<UUID> seen,
      JsonNode typed) {
    Team team = colleagues.team(agency);
    ReferralId referral = view.referral().referralId();
    Optional<UUID> by = Assignees.me(caller, team).map(Colleague::id);
    return read(
        ColleagueForms.assignment(team),
        typed,
        filled ->
            assignments.assign(
                    agency,
                    new Assignments.Wish(referral, ColleagueForms.assignee(filled, team), by, seen))
                ? new Outcome.Done()
                : new Outcome.Refused(
                    CommonProblem.STATE_CHANGED.saying("担当は、ほかの人が先に変えました。何も変わっていません。")));
  }
}
