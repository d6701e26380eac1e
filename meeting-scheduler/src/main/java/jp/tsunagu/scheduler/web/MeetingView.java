package jp.tsunagu.scheduler.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/** A meeting as desk and organisers read it; times with the offset of Tokyo. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingView(
    String meetingId,
    @Flat Kind kind,
    Coded stage,
    AgencyId organiser,
    @Flat Times times,
    boolean waitsForTheDesk,
    @Flat Size size,
    @Nullable Detail detail) {

  /** What meets: which body, as what. */
  record Kind(NamedBody body, Coded conference, Coded session) {}

  /**
   * When it is, until when something can come on its agenda, and when that goes out; none while it
   * is not known.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Times(
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable Instant closing,
      @Nullable Instant publishing) {}

  /** Of its agenda: how often it went out, and how many items it has. */
  record Size(int revision, int items) {}

  /** What only the page of one meeting shows. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Detail(
      @Flat Seeking seeking,
      List<Issue> issues,
      List<Item> agenda,
      List<Carried> carried,
      List<NotInvitedViews.Uninvited> notInvited,
      List<Attendance> participants,
      boolean minutesComplete,
      @Nullable Incomplete incomplete) {}

  /** Which day it could be, while that is sought. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Seeking(List<Instant> candidates, @Nullable Dates dates) {}

  /**
   * Why an agenda is 不完全.
   *
   * @param cases on it whose records cannot all be read
   * @param others how many further cases may bring something that cannot be read
   */
  record Incomplete(String note, List<NamedCase> cases, int others) {

    private static final String NOTE = "不完全: 読めない記録のある案件があります。議題が欠けたり変わったりする可能性があります。";

    /** None where everything could be read. */
    static @Nullable Incomplete of(Set<CaseId> onAgenda, Reading reading) {
      Set<CaseId> held = reading.known().held();
      if (held.isEmpty()) {
        return null;
      }
      List<NamedCase> touched = NamedCase.of(held.stream().filter(onAgenda::contains), reading);
      return new Incomplete(NOTE, touched, held.size() - touched.size());
    }
  }

  /**
   * Which agencies could come on which of the candidates (日程調整), while a day is being sought.
   *
   * @param answered how many of the agencies have said something to every candidate
   * @param waiting whether the network has still to take the question
   * @param hidden whether it is also asked about a protected case, of which no agency stands here
   */
  record Dates(
      List<Candidate> candidates,
      List<AskedAgency> agencies,
      int answered,
      boolean waiting,
      boolean hidden) {

    static @Nullable Dates of(@Nullable DatesPart part) {
      return part == null
          ? null
          : new Dates(
              part.candidates().stream()
                  .map(each -> new Candidate(each.startsAt(), each.yes(), each.maybe(), each.no()))
                  .toList(),
              part.agencies().stream().map(each -> AskedAgency.of(each, part)).toList(),
              part.answered(),
              part.waiting(),
              part.hidden());
    }
  }

  /** A candidate, with how many answered what. */
  record Candidate(Instant startsAt, int yes, int maybe, int no) {}

  /** An agency that is asked; what it did not answer yet is not there. */
  record AskedAgency(AgencyId agency, List<DateReplyView> replies) {

    private static AskedAgency of(DatesPart.Row row, DatesPart part) {
      List<DateReplyView> replies = new ArrayList<>();
      for (int place = 0; place < part.candidates().size(); place++) {
        Instant startsAt = part.candidates().get(place).startsAt();
        row.answers()
            .get(place)
            .ifPresent(answer -> replies.add(new DateReplyView(startsAt, Coded.of(answer))));
      }
      return new AskedAgency(row.agency(), List.copyOf(replies));
    }
  }

  /** What an agency says to a candidate. */
  record DateReplyView(Instant startsAt, Coded answer) {}

  /** An agenda that was issued (版). */
  record Issue(int revision, Instant issuedAt) {}

  /** An item of the agenda. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @Flat NamedItem item,
      Coded purpose,
      @Flat Slot slot,
      AgencyId requestedBy,
      List<AgencyId> invited,
      boolean byHand,
      List<Answer> answers,
      @Nullable Decision decision) {}

  /** When an item is dealt with. */
  record Slot(Instant startsAt, int minutes) {}

  /** What was decided about an item. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Decision(
      Coded outcome,
      List<Role> roles,
      List<LeadView> leads,
      @Nullable MonitoringPeriod monitoring,
      List<Coded> missingResources,
      Instant recordedAt) {}

  /** What an agency does from now on. */
  record Role(AgencyId agency, Coded role) {}

  /** Who stays alongside (主担当); without a person, for the household. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LeadView(@Nullable PersonRef person, AgencyId agency) {}

  /** How an agency took part. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Attendance(AgencyId agency, Coded field, Coded presence, @Nullable Coded reason) {}

  /** An invited agency's answer. */
  record Answer(AgencyId agency, Coded answer) {}

  /** A request that is not on the agenda. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Carried(@Flat NamedItem item, Coded reason, @Nullable LocalDate next) {

    static Carried of(CarriedEntry entry, Reading reading) {
      return new Carried(
          NamedItem.of(entry.item(), reading), Coded.of(entry.reason()), entry.next());
    }
  }

  static List<AgencyId> invited(AgendaEntry entry) {
    return entry.invited().stream().sorted().toList();
  }
}
