package jp.tsunagu.connector.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.form.CaseForm;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.form.FormWriter;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A form of a case is filled in, by page and by interface alike. */
@Component
public final class FormWork {

  private final Tools tools;
  private final Assignees assignees;
  private final FormVersions versions;

  FormWork(Tools tools, Assignees assignees, FormVersions versions) {
    this.tools = tools;
    this.assignees = assignees;
    this.versions = versions;
  }

  /**
   * Which form of which case.
   *
   * @param agency who fills it in
   */
  public record About(AgencyId agency, CaseId caseId, CaseForm form) {}

  /**
   * What was sent.
   *
   * @param id of the version it becomes, the same however often it is sent
   * @param after the version it was made from; null where it does not matter
   */
  public record Sent(UUID id, @Nullable Integer after, JsonNode typed) {}

  /** What became of it. */
  public sealed interface Outcome {

    /** It is kept as a version of this number. */
    record Kept(int number) implements Outcome {}

    /** Nothing is changed; where the form is wrong, its fields are named. */
    record Refused(Problem problem) implements Outcome {}
  }

  /** Keeps it as a new version, and does this in the same transaction. */
  public Outcome keep(Caller caller, About about, Sent sent, Runnable kept) {
    return switch (tools.reader().read(about.form().form(), sent.typed())) {
      case FormReading.Unusable(var problems) ->
          new Outcome.Refused(CommonProblem.ofFields(problems));
      case FormReading.Usable(Filled filled) -> keep(caller, about, sent, filled, kept);
    };
  }

  private Outcome keep(Caller caller, About about, Sent sent, Filled filled, Runnable kept) {
    Team team = assignees.team(about.agency());
    FormVersions.Fresh fresh =
        new FormVersions.Fresh(
            sent.id(),
            about.caseId(),
            about.form(),
            Assignees.me(caller, team).map(Colleague::id),
            sent.after(),
            new Sensitive<>(FormWriter.write(about.form().form(), filled)));
    return switch (versions.keep(about.agency(), fresh, kept)) {
      case FormVersions.Keeping.Kept(int number) -> new Outcome.Kept(number);
      case FormVersions.Keeping.Overtaken(var latest) ->
          new Outcome.Refused(CommonProblem.STATE_CHANGED.saying(overtaken(latest, team)));
      case FormVersions.Keeping.TooMany() ->
          new Outcome.Refused(
              CommonProblem.ofFields(
                  List.of(
                      new FieldProblem(
                          CaseForm.WRITTEN_ON.name(),
                          "この様式の版は、一つの案件に" + FormVersions.MOST + "までです。",
                          "下書きのまま直してください。"))));
    };
  }

  private String overtaken(FormVersions.Outline latest, Team team) {
    return "%sが %s に第%d版を書きました。書いたものは残してあります。"
        .formatted(
            author(latest, team),
            DateWords.momentNear(latest.keptAt(), TokyoTime.dateOf(tools.draft().now())),
            latest.number());
  }

  /** Who wrote a version, as a person reads it. */
  public static String author(FormVersions.Outline version, Team team) {
    Optional<Colleague> author = version.author().flatMap(team::find);
    return author.map(one -> team.labelled(one) + "さん").orElse("この機関のシステム");
  }
}
