package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What a case brings to a meeting, as it stands.
 *
 * @param minutes wished for it
 * @param body the body it is meant for; none leaves the choice to the scheduler
 * @param notBefore not on an agenda before this day
 * @param due for a return: the last day of the monitoring period
 * @param persons it names; their consent decides its kind
 * @param involved agencies at the table; none named means every member of the case's 支援会議
 * @param requestedAt when the gateway recorded it; in time or late is judged by this
 * @param route what screening decided; none before. An item that ends in advice or is settled
 *     directly stays open and comes on no agenda, until whoever asked takes it back
 * @param place on a published agenda; none before, and none after it was taken off
 * @param invited who got the notice of that place
 * @param answers of invited agencies in the order they came; the last of each counts
 * @param reported 報告書 of its meeting was filed
 * @param dates on which day a meeting could be, while that is asked; none otherwise
 */
public record MeetingItem(
    MeetingRequestId requestId,
    ConferenceKind conference,
    MeetingPurpose purpose,
    int minutes,
    boolean urgent,
    @Nullable BodyId body,
    @Nullable LocalDate notBefore,
    @Nullable LocalDate due,
    Set<PersonRef> persons,
    AgencyId requestedBy,
    Set<AgencyId> involved,
    Instant requestedAt,
    @Nullable ScreeningRoute route,
    @Nullable MeetingPlace place,
    Set<AgencyId> invited,
    List<Attendance> answers,
    boolean reported,
    ItemStage stage,
    @Nullable DateQuestion dates) {

  public MeetingItem {
    persons = Set.copyOf(persons);
    involved = Set.copyOf(involved);
    invited = Set.copyOf(invited);
    answers = List.copyOf(answers);
  }

  /**
   * Its kind or its table changed. Where the kind did, the body it was meant for is of the other
   * kind; whoever was told keeps the notice until it is cancelled.
   */
  MeetingItem as(ConferenceKind kind, Set<AgencyId> table) {
    return new MeetingItem(
        requestId,
        kind,
        purpose,
        minutes,
        urgent,
        kind == conference ? body : null,
        notBefore,
        due,
        persons,
        requestedBy,
        table,
        requestedAt,
        route,
        place,
        invited,
        answers,
        reported,
        stage,
        kind == conference ? dates : null);
  }

  MeetingItem screened(ScreeningRoute decided) {
    return copy(requestedBy, involved, decided, place, invited, answers, reported, stage, dates);
  }

  /** Answers are to one meeting; they go with the place they were given for. */
  MeetingItem at(MeetingPlace where, Set<AgencyId> told) {
    boolean same = place != null && place.meetingId().equals(where.meetingId());
    return copy(
        requestedBy,
        involved,
        route,
        where,
        told,
        same ? answers : List.of(),
        reported,
        stage,
        null);
  }

  MeetingItem takenOff() {
    return copy(requestedBy, involved, route, null, Set.of(), List.of(), reported, stage, dates);
  }

  MeetingItem answered(Attendance answer) {
    List<Attendance> next = new ArrayList<>(answers);
    next.add(answer);
    return copy(requestedBy, involved, route, place, invited, next, reported, stage, dates);
  }

  MeetingItem withReport() {
    return copy(requestedBy, involved, route, place, invited, answers, true, stage, dates);
  }

  MeetingItem now(ItemStage next) {
    return copy(
        requestedBy,
        involved,
        route,
        place,
        invited,
        answers,
        reported,
        next,
        next == ItemStage.OPEN ? dates : null);
  }

  /** Asked on which day a meeting could be; not asked any more where that is none. */
  MeetingItem asking(@Nullable DateQuestion question) {
    return question != null && dates != null && isAskedFor(question.meetingId())
        ? withDates(question.after(dates))
        : withDates(question);
  }

  /** An answer to a question that stands no longer changes nothing. */
  MeetingItem datesAnswered(MeetingId meeting, AgencyId agency, List<DateReply> replies) {
    return dates != null && isAskedFor(meeting) ? withDates(dates.answered(agency, replies)) : this;
  }

  private MeetingItem withDates(@Nullable DateQuestion question) {
    return copy(requestedBy, involved, route, place, invited, answers, reported, stage, question);
  }

  /** Whether it is asked on which day this meeting could be. */
  public boolean isAskedFor(MeetingId meeting) {
    return dates != null && dates.meetingId().equals(meeting);
  }

  MeetingItem seenBy(Withholding withholding) {
    return copy(
        withholding.agency(requestedBy),
        withholding.agencies(involved),
        route,
        place == null ? null : withholding.place(place),
        withholding.agencies(invited),
        answers.stream()
            .map(answer -> new Attendance(withholding.agency(answer.agency()), answer.answer()))
            .toList(),
        reported,
        stage,
        dates == null ? null : dates.seenBy(withholding));
  }

  /**
   * As an invited agency may see it: who else is invited stood in the notice, how the others answer
   * did not.
   */
  public MeetingItem asToldTo(AgencyId agency) {
    return copy(
        requestedBy,
        invited,
        route,
        place,
        invited,
        answers.stream().filter(answer -> answer.agency().equals(agency)).toList(),
        reported,
        stage,
        dates == null || !dates.asked().contains(agency) ? null : dates.asToldTo(agency));
  }

  /** Whether nobody has screened it yet (スクリーニング前). */
  public boolean waitsForScreening() {
    return stage == ItemStage.OPEN && route == null;
  }

  /** Whether it stands on the published agenda of this meeting, or stood there when it was held. */
  public boolean isAt(MeetingId meeting) {
    return place != null && place.meetingId().equals(meeting);
  }

  private MeetingItem copy(
      AgencyId asker,
      Set<AgencyId> table,
      @Nullable ScreeningRoute newRoute,
      @Nullable MeetingPlace newPlace,
      Set<AgencyId> told,
      List<Attendance> newAnswers,
      boolean hasReport,
      ItemStage newStage,
      @Nullable DateQuestion newDates) {
    return new MeetingItem(
        requestId,
        conference,
        purpose,
        minutes,
        urgent,
        body,
        notBefore,
        due,
        persons,
        asker,
        table,
        requestedAt,
        newRoute,
        newPlace,
        told,
        newAnswers,
        hasReport,
        newStage,
        newDates);
  }

  /** An agency's answer to the notice. */
  public record Attendance(AgencyId agency, AttendanceAnswer answer) {}

  /** Where the item stands. */
  public enum ItemStage {
    OPEN,
    HELD,
    DECIDED,
    WITHDRAWN
  }
}
