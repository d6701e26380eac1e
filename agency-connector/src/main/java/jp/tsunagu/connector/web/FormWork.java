package jp.tsunagu.connector.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.form.FormPassage;
import jp.tsunagu.connector.form.FormPieces;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.intake.CommandDraft;
import jp.tsunagu.connector.outbox.FilesFault;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.Times;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.caseform.ApplicationForms;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.SheetConsent;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.form.FormWriter;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form of a case is filled in, by page and by interface alike: kept here as a version, told to
 * the network without a word of what stands in it, and sealed part by part for who may read it.
 */
@Component
public final class FormWork {

  private final Tools tools;
  private final Assignees assignees;
  private final FormVersions versions;
  private final FileStore files;
  private final Databases databases;

  FormWork(
      Tools tools,
      Assignees assignees,
      FormVersions versions,
      FileStore files,
      Databases databases) {
    this.files = files;
    this.databases = databases;
    this.tools = tools;
    this.assignees = assignees;
    this.versions = versions;
  }

  /**
   * Which form of which case.
   *
   * @param agency who fills it in
   */
  public record About(AgencyId agency, CaseView view, CaseForm form) {}

  /** The form that programs call so, as the city has it now. */
  Optional<CaseForm> find(String id) {
    return CityForms.find(id, tools.directory().snapshot());
  }

  /** All of them. */
  List<CaseForm> all() {
    return CityForms.all(tools.directory().snapshot());
  }

  /** What of it would go to whom, as the case stands now. */
  public FormPassage passage(About about, Filled filled) {
    return passage(about, content(about.form(), filled), consents(about, filled));
  }

  /** What those who apply by it allow. */
  private static List<SheetConsent> consents(About about, Filled filled) {
    return ApplicationForms.consents(about.form(), filled).stream()
        .map(terms -> CommandDraft.consent(about.view().caseId(), terms))
        .toList();
  }

  /** As it is kept: with what the person was told, as she was told it. */
  private static ObjectNode content(CaseForm form, Filled filled) {
    ObjectNode content = FormWriter.write(form.asked(), filled);
    if (form.statement().isThere()) {
      content
          .put(CaseForm.STATEMENT_VERSION.name(), form.statement().version())
          .put(CaseForm.STATEMENT.name(), form.statement().text());
    }
    return content;
  }

  /** What was taken back since is not given again by being told of again. */
  private FormPassage passage(About about, ObjectNode content, List<SheetConsent> consents) {
    CaseState state =
        about.view().state().orElseGet(() -> CaseState.beforeFirst(about.view().caseId()));
    FormPassage.Way way =
        new FormPassage.Way(
            state,
            consents.stream()
                .filter(consent -> state.consent(consent.consentId()).isEmpty())
                .map(SheetConsent::terms)
                .toList(),
            about.agency(),
            tools.desk(),
            TokyoTime.dateOf(tools.draft().now()));
    return FormPassage.of(about.form(), content, way);
  }

  /** The number of the latest version about the item that was typed; 0 where there is none. */
  public int latest(About about, ObjectNode typed) {
    return newest(about, item(typed)).map(FormVersions.Outline::number).orElse(0);
  }

  private Optional<FormVersions.Outline> newest(About about, Optional<MeetingRequestId> item) {
    return versions.latest(about.agency(), about.view().caseId(), about.form(), item);
  }

  /** Of which item of a meeting it is to tell; empty where none can be read. */
  public static Optional<MeetingRequestId> item(ObjectNode typed) {
    return Optional.of(typed.path(CaseForm.ITEM.name()).asString(""))
        .filter(Identifiers::isUuid)
        .map(MeetingRequestId::of);
  }

  /** Who wrote a version, as a person reads it. */
  public static String author(FormVersions.Outline version, Team team) {
    Optional<Colleague> author = version.author().flatMap(team::find);
    return author.map(one -> team.labelled(one) + "さん").orElse("この機関のシステム");
  }

  /**
   * The way of its POST.
   *
   * @param after the number of the version it was made from, 0 for none; null where it does not
   *     matter whether somebody else wrote one meanwhile
   * @param stored done in the transaction that keeps it
   */
  PostForm post(Caller caller, About about, @Nullable Integer after, Runnable stored) {
    return new Filling(caller, about, after, stored);
  }

  private final class Filling implements PostForm {

    private final Caller caller;
    private final About about;
    private final @Nullable Integer after;
    private final Runnable stored;
    private FormVersions.@Nullable Fresh fresh;

    Filling(Caller caller, About about, @Nullable Integer after, Runnable stored) {
      this.caller = caller;
      this.about = about;
      this.after = after;
      this.stored = stored;
    }

    @Override
    public Reading read(Exchange exchange, ObjectNode root) {
      return switch (tools.reader().read(about.form().asked(), root)) {
        case FormReading.Unusable(var problems) ->
            new Reading.Stopped(CommonProblem.ofFields(problems));
        case FormReading.Usable(Filled filled) -> read(exchange, filled);
      };
    }

    private Reading read(Exchange exchange, Filled filled) {
      ObjectNode content = content(about.form(), filled);
      Set<PersonRef> persons = FormPieces.persons(about.form(), content);
      if (persons.isEmpty()) {
        return new Reading.Stopped(tellsOfNobody());
      }
      Team team = assignees.team(about.agency());
      Optional<MeetingRequestId> item = Optional.ofNullable(filled.get(CaseForm.ITEM));
      Optional<Problem> stopped =
          overtaken(team, item).or(() -> filesFault(content).map(Posts::problem));
      if (stopped.isPresent()) {
        return new Reading.Stopped(stopped.get());
      }
      RecordForm command = command(filled, persons);
      fresh =
          new FormVersions.Fresh(
              command.header().commandId(),
              exchange.key().key(),
              about.view().caseId(),
              about.form(),
              item,
              Assignees.me(caller, team).map(Colleague::id),
              new Sensitive<>(content));
      return new Reading.Ready(
          List.of(new Wish(command, dossier(content, command.consents()))), ids());
    }

    /** Also of files that go to nobody. */
    private Optional<FilesFault> filesFault(ObjectNode content) {
      List<FileId> named = FormPieces.files(content);
      return FilesFault.of(named, files.notes(databases.of(about.agency()), Set.copyOf(named)));
    }

    private RecordForm command(Filled filled, Set<PersonRef> persons) {
      return new RecordForm(
          tools.draft().header(about.view().caseId(), Times.NOW),
          about.form().form().ref(),
          filled.must(CaseForm.WRITTEN_ON),
          persons,
          filled.get(CaseForm.ITEM),
          consents(about, filled),
          null);
    }

    private @Nullable OpenDossier dossier(ObjectNode content, List<SheetConsent> consents) {
      FormPassage passage = passage(about, content, consents);
      return passage.parts().isEmpty()
          ? null
          : new OpenDossier(tools.draft().newDossier(), passage.parts());
    }

    private Map<String, Object> ids() {
      Map<String, Object> ids = new LinkedHashMap<>();
      ids.put("caseId", about.view().caseId());
      about.view().caseNumber().ifPresent(number -> ids.put("caseNumber", number));
      return ids;
    }

    private Problem tellsOfNobody() {
      FormField<?> rows =
          about.form().asked().fields().stream()
              .filter(CaseForm::isOfPersons)
              .findFirst()
              .orElseThrow();
      return CommonProblem.ofFields(
          List.of(
              new FieldProblem(
                  rows.name(), "世帯員について書いた行がありません。", rows.label() + "などの行を、一つ以上書いてください。")));
    }

    private Optional<Problem> overtaken(Team team, Optional<MeetingRequestId> item) {
      return newest(about, item)
          .filter(latest -> after != null && after != latest.number())
          .map(latest -> CommonProblem.STATE_CHANGED.saying(words(latest, team)));
    }

    private String words(FormVersions.Outline latest, Team team) {
      return "%sが %s に第%d版を書きました。"
          .formatted(
              author(latest, team),
              DateWords.momentNear(latest.keptAt(), TokyoTime.dateOf(tools.draft().now())),
              latest.number());
    }

    @Override
    public void stored() {
      versions.keep(about.agency(), Objects.requireNonNull(fresh));
      stored.run();
    }
  }
}
