package jp.tsunagu.connector.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.dossier.InternalNotes;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.sheet.InternalNoteFields;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.wording.DateWords;
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
  private final InternalNotes notes;

  OwnWork(Tools tools, Colleagues colleagues, Assignments assignments, InternalNotes notes) {
    this.notes = notes;
    this.tools = tools;
    this.colleagues = colleagues;
    this.assignments = assignments;
  }

  /** A colleague, and that somebody who leads her agency asks. */
  public record Led(AgencyId agency, UUID by, Colleague who) {}

  /** What her lead can say of a colleague. */
  public enum Change {
    /** She is away up to a day. */
    ABSENCE,
    /** She works here no more from a day on. */
    LEAVING;

    /** The form in which it is said. */
    public Form form(Team team, UUID who) {
      return switch (this) {
        case ABSENCE -> ColleagueForms.absence(team, who);
        case LEAVING -> ColleagueForms.leaving(team, who);
      };
    }
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
                    CommonProblem.STATE_CHANGED.saying(taken(agency, view, team))));
  }

  /** Who was first, and who has it now. */
  private String taken(AgencyId agency, ReferralView view, Team team) {
    return assignments.changes(agency, view.referral().referralId(), 1).stream()
        .map(
            change ->
                "担当は、"
                    + DateWords.momentNear(change.at(), TokyoTime.dateOf(tools.draft().now()))
                    + " に"
                    + named(team, change.by()).map(name -> name + "さん").orElse("この機関のシステム")
                    + "が先に変えました(今の担当は "
                    + named(team, change.colleague()).orElse("なし")
                    + ")。何も変わっていません。")
        .findFirst()
        .orElse("担当は、ほかの人が先に変えました。何も変わっていません。");
  }

  private static Optional<String> named(Team team, Optional<UUID> who) {
    return who.flatMap(team::find).map(team::labelled);
  }

  /**
   * Those of a colleague's referrals that are chosen go to another, all or none of them; what
   * somebody else took meanwhile stays with her.
   */
  public Outcome handOver(
      Caller caller, AgencyId agency, UUID from, List<ReferralId> legs, JsonNode typed) {
    Team team = colleagues.team(agency);
    Optional<UUID> by = Assignees.me(caller, team).map(Colleague::id);
    return read(
        ColleagueForms.assignment(team),
        typed,
        filled -> {
          Optional<UUID> to = ColleagueForms.assignee(filled, team);
          assignments.assignAll(
              agency,
              legs.stream()
                  .map(leg -> new Assignments.Wish(leg, to, by, Optional.of(from)))
                  .toList());
          return new Outcome.Done();
        });
  }

  /**
   * A note about a person of a referral.
   *
   * @param id the same for the same note, however often it is sent
   */
  public Outcome note(Caller caller, AgencyId agency, ReferralView view, UUID id, JsonNode typed) {
    Optional<UUID> author = Assignees.me(caller, colleagues.team(agency)).map(Colleague::id);
    return read(
        InternalNoteFields.FORM,
        typed,
        filled ->
            outcome(
                notes.keep(
                    agency,
                    new InternalNotes.Fresh(
                        id,
                        view.caseId(),
                        view.referral().referralId(),
                        InternalNoteFields.person(filled),
                        author,
                        InternalNoteFields.text(filled)))));
  }

  private static Outcome outcome(InternalNotes.Kept kept) {
    return switch (kept) {
      case KEPT -> new Outcome.Done();
      case FULL ->
          new Outcome.Refused(
              CommonProblem.ofFields(
                  List.of(
                      new FieldProblem(
                          "memo",
                          "内部メモは、一つの連絡に" + InternalNotes.MOST + "件までです。",
                          "経過は機関の記録に書いてください。"))));
      case ANOTHER -> new Outcome.Refused(CommonProblem.KEY_REUSED.problem());
    };
  }

  /** The colleague of this id, where who asks leads her agency; empty for everybody else. */
  public Optional<Led> led(Caller caller, String colleague) {
    if (!(caller instanceof Caller.AgencyStaff lead) || !lead.leads()) {
      return Optional.empty();
    }
    Team team = colleagues.team(lead.agency());
    return team.withAccount(lead.person())
        .flatMap(
            by ->
                team.all().stream()
                    .filter(one -> one.id().toString().equals(colleague))
                    .map(one -> new Led(lead.agency(), by.id(), one))
                    .findFirst());
  }

  /** Says it of a colleague; nobody says of herself that she leaves, so that somebody leads on. */
  public Outcome change(Led led, Change change, JsonNode typed) {
    if (change == Change.LEAVING && led.by().equals(led.who().id())) {
      return new Outcome.Refused(
          CommonProblem.ofFields(
              List.of(new FieldProblem("from", "自分の離任は、ほかの責任者が記録します。", "ほかの責任者に頼んでください。"))));
    }
    Team team = colleagues.team(led.agency());
    return read(
        change.form(team, led.who().id()),
        typed,
        filled -> {
          Optional<UUID> cover = ColleagueForms.cover(filled, team);
          UUID who = led.who().id();
          boolean _ =
              switch (change) {
                case ABSENCE ->
                    colleagues.away(led.agency(), who, ColleagueForms.until(filled), cover);
                case LEAVING ->
                    colleagues.leaves(led.agency(), who, ColleagueForms.from(filled), cover);
              };
          return new Outcome.Done();
        });
  }

  /** She works here and is not away. */
  public void back(Led led) {
    boolean _ = colleagues.back(led.agency(), led.who().id());
  }
}
