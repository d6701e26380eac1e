package jp.tsunagu.connector.record;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;

/**
 * What news opens and closes of what only a person can do, in the order of the news: read once,
 * changed in memory, written once by {@link #write}.
 */
public final class TaskChanges {

  private final AgencyDatabase database;
  private final List<Change> changes = new ArrayList<>();
  private final Set<CaseId> cases = new LinkedHashSet<>();

  /** None yet. */
  public TaskChanges(AgencyDatabase database) {
    this.database = database;
  }

  /** What one piece of news does to what is open. */
  private interface Change {
    void to(List<Open> tasks);
  }

  /** A task that was open at the beginning, or was opened since; done where it was closed. */
  private static final class Open {

    private final @Nullable Long id;
    private final Task.Kind kind;
    private final CaseId caseId;
    private final Task.About about;
    private final Instant since;
    private final @Nullable Instant due;
    private @Nullable Instant done;

    private Open(Task task) {
      this(task.id(), task.kind(), task.caseId(), task.about(), task.since(), task.due());
    }

    private Open(
        @Nullable Long id,
        Task.Kind kind,
        CaseId caseId,
        Task.About about,
        Instant since,
        Optional<Instant> due) {
      this.id = id;
      this.kind = kind;
      this.caseId = caseId;
      this.about = about;
      this.since = since;
      this.due = due.orElse(null);
    }

    private boolean isOpen(Task.Kind asked, CaseId ofCase) {
      return done == null && kind == asked && caseId.equals(ofCase);
    }
  }

  private void change(CaseId caseId, Change change) {
    cases.add(caseId);
    changes.add(change);
  }

  private void close(CaseId caseId, Task.Kind kind, Predicate<Open> which, Instant when) {
    change(
        caseId,
        tasks ->
            tasks.stream()
                .filter(task -> task.isOpen(kind, caseId))
                .filter(which)
                .forEach(task -> task.done = when));
  }

  /** Opens it unless one of its kind about the same is open. */
  private void open(
      CaseId caseId, Task.Kind kind, Task.About about, Instant since, Optional<Instant> due) {
    change(
        caseId,
        tasks -> {
          if (tasks.stream()
              .noneMatch(task -> task.isOpen(kind, caseId) && task.about.equals(about))) {
            tasks.add(new Open(null, kind, caseId, about, since, due));
          }
        });
  }

  /** A holder is asked to stop using a person's details and must answer. */
  public void answerSharingStop(CaseId caseId, PersonRef person, Instant since) {
    open(caseId, Task.Kind.ANSWER_SHARING_STOP, Task.About.of(person), since, Optional.empty());
  }

  /** The stop was answered. */
  public void sharingStopAnswered(CaseId caseId, PersonRef person, Instant when) {
    Task.About about = Task.About.of(person);
    close(caseId, Task.Kind.ANSWER_SHARING_STOP, task -> task.about.equals(about), when);
  }

  /**
   * Somebody needs a dossier of ours; a task for each time it is asked for.
   *
   * @param byPerson asked when the tasks are written: whether the connector saw no basis by itself
   */
  public void provideDossier(
      CaseId caseId,
      ReferralId referralId,
      DossierId dossierId,
      AgencyId recipient,
      Instant since,
      BooleanSupplier byPerson) {
    Task.About about = Task.About.of(referralId, dossierId, recipient);
    change(
        caseId,
        tasks -> {
          if (byPerson.getAsBoolean()) {
            Task.Kind kind = Task.Kind.PROVIDE_DOSSIER;
            tasks.add(new Open(null, kind, caseId, about, since, Optional.empty()));
          }
        });
  }

  /** What these agencies needed was provided: the dossier itself, or one written instead. */
  public void dossierProvided(
      CaseId caseId,
      ReferralId referralId,
      DossierId dossierId,
      Set<AgencyId> recipients,
      Instant when) {
    close(
        caseId,
        Task.Kind.PROVIDE_DOSSIER,
        task ->
            task.about.dossierId().filter(dossierId::equals).isPresent()
                || (task.about.referralId().filter(referralId::equals).isPresent()
                    && task.about.recipient().filter(recipients::contains).isPresent()),
        when);
  }

  /**
   * Opens one about an item of a meeting unless it is open.
   *
   * @param due until when; empty if nobody set a day
   */
  public void open(
      Task.Kind kind,
      CaseId caseId,
      MeetingRequestId requestId,
      MeetingId meetingId,
      Instant since,
      Optional<Instant> due) {
    open(caseId, kind, Task.About.of(requestId, meetingId), since, due);
  }

  /** Closes it if it is open. */
  public void done(
      Task.Kind kind,
      CaseId caseId,
      MeetingRequestId requestId,
      MeetingId meetingId,
      Instant when) {
    Task.About about = Task.About.of(requestId, meetingId);
    close(caseId, kind, task -> task.about.equals(about), when);
  }

  /** Closes those of this kind about the item at every other meeting. */
  public void doneElsewhere(
      Task.Kind kind,
      CaseId caseId,
      MeetingRequestId requestId,
      Optional<MeetingId> except,
      Instant when) {
    close(
        caseId,
        kind,
        task ->
            task.about.requestId().filter(requestId::equals).isPresent()
                && !task.about.meetingId().equals(except),
        when);
  }

  /**
   * The decision about a protection measure that comes to its last day: a task from a month before,
   * due at the end of that day, open until the measure is extended or lifted.
   */
  public void decideOnProtection(CaseId caseId, Protection protection, Instant when) {
    Instant due = TokyoTime.at(protection.until().plusDays(1), LocalTime.MIDNIGHT);
    close(caseId, Task.Kind.DECIDE_ON_PROTECTION, task -> !due.equals(task.due), when);
    open(
        caseId,
        Task.Kind.DECIDE_ON_PROTECTION,
        Task.About.theCase(),
        TokyoTime.at(protection.remindsFrom(), LocalTime.MIDNIGHT),
        Optional.of(due));
  }

  /** The measure was lifted. */
  public void protectionDecided(CaseId caseId, Instant when) {
    close(caseId, Task.Kind.DECIDE_ON_PROTECTION, _ -> true, when);
  }

  /** Somebody asks this agency for information (情報収集) until this moment. */
  public void answerInquiry(CaseId caseId, Instant since, Instant due) {
    Task.About about = Task.About.theCase();
    open(caseId, Task.Kind.ANSWER_INQUIRY, about, since, Optional.of(due));
  }

  /** It is not asked any more. */
  public void inquiryDone(CaseId caseId, Instant when) {
    close(caseId, Task.Kind.ANSWER_INQUIRY, _ -> true, when);
  }

  /** An agency that this one asked has not answered until this moment. */
  public void chaseInquiry(CaseId caseId, AgencyId asked, Instant since, Instant due) {
    open(caseId, Task.Kind.CHASE_INQUIRY, Task.About.of(asked), since, Optional.of(due));
  }

  /** It answered, or need not any more. */
  public void inquiryChased(CaseId caseId, AgencyId asked, Instant when) {
    Task.About about = Task.About.of(asked);
    close(caseId, Task.Kind.CHASE_INQUIRY, task -> task.about.equals(about), when);
  }

  /** Writes what was opened and closed, inside the transaction that is running. */
  public void write() {
    if (changes.isEmpty()) {
      return;
    }
    List<Open> tasks = new ArrayList<>(read());
    changes.forEach(change -> change.to(tasks));
    insert(tasks.stream().filter(task -> task.id == null).toList());
    finish(tasks.stream().filter(task -> task.id != null && task.done != null).toList());
    changes.clear();
  }

  private List<Open> read() {
    return database
        .jdbc()
        .sql(
            "select task.*"
                + CaseNumberColumn.of("task")
                + " from task where case_id = any(:cases::uuid[]) and done_at is null order by id")
        .param("cases", Columns.texts(cases))
        .query((row, _) -> new Open(Tasks.task(row)))
        .list();
  }

  private void insert(List<Open> opened) {
    if (opened.isEmpty()) {
      return;
    }
    Rows.of(opened)
        .with("kind", "text", task -> task.kind)
        .with("case_id", "uuid", task -> task.caseId)
        .with("person", "integer", task -> task.about.person().map(PersonRef::number).orElse(null))
        .with("referral_id", "uuid", task -> task.about.referralId().orElse(null))
        .with("dossier_id", "uuid", task -> task.about.dossierId().orElse(null))
        .with("recipient", "text", task -> task.about.recipient().orElse(null))
        .with("meeting_request_id", "uuid", task -> task.about.requestId().orElse(null))
        .with("meeting_id", "text", task -> task.about.meetingId().orElse(null))
        .with("since", "timestamptz", task -> task.since)
        .with("due_at", "timestamptz", task -> task.due)
        .with("done_at", "timestamptz", task -> task.done)
        .in(
            database,
            """
            insert into task (kind, case_id, person, referral_id, dossier_id, recipient,
              meeting_request_id, meeting_id, since, due_at, done_at)
            select r.kind, r.case_id, r.person, r.referral_id, r.dossier_id, r.recipient,
              r.meeting_request_id, r.meeting_id, r.since, r.due_at, r.done_at
            from {rows} order by r.n
            """)
        .update();
  }

  private void finish(List<Open> closed) {
    if (closed.isEmpty()) {
      return;
    }
    Rows.of(closed)
        .with("id", "bigint", task -> task.id)
        .with("done_at", "timestamptz", task -> task.done)
        .in(database, "update task t set done_at = r.done_at from {rows} where t.id = r.id")
        .update();
  }
}
