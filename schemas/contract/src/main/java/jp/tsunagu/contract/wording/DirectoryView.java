package jp.tsunagu.contract.wording;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Closing;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part and what can be chosen, as every service tells it.
 *
 * @param desk the coordination desk (調整窓口)
 * @param areas 圏域
 * @param urgencies 緊急度 with its response deadline
 */
public record DirectoryView(
    Coded network,
    AgencyId desk,
    List<AgencyEntry> agencies,
    List<Coded> areas,
    List<UrgencyEntry> urgencies,
    Lists lists,
    List<BodyEntry> bodies) {

  /**
   * An agency that takes part.
   *
   * @param dutyContact whom to telephone outside office hours
   * @param hasKey whether something can be sealed to it
   */
  public record AgencyEntry(
      String id,
      String name,
      AgencyKind kind,
      @Flat WorkEntry work,
      boolean hasKey,
      @Nullable String dutyContact) {}

  /**
   * What an agency does in the network.
   *
   * @param areas where it works; empty means everywhere (全域)
   * @param mayCoordinate whether it can be 多機関協働事業者
   */
  public record WorkEntry(
      StatisticsField statisticsField,
      Participation participation,
      List<Coded> areas,
      boolean mayCoordinate) {}

  /**
   * An urgency, with its deadline in hours by the calendar or in open days.
   *
   * @param code of the urgency
   */
  public record UrgencyEntry(
      String code, String label, @Nullable Integer hours, @Nullable Integer openDays) {}

  /**
   * What a person chooses from.
   *
   * @param fields 分野
   * @param modes 種類
   * @param declineReasons 受入不可の理由
   * @param sendBackReasons 差戻しの理由
   * @param screeningReasons スクリーニングの理由
   * @param introducers 紹介元
   * @param meetings those of meetings
   */
  public record Lists(
      List<Coded> fields,
      List<Coded> modes,
      List<Reason> declineReasons,
      List<Reason> sendBackReasons,
      List<Reason> screeningReasons,
      List<Reason> introducers,
      MeetingLists meetings) {}

  /**
   * What a person chooses from in meetings.
   *
   * @param absenceReasons 欠席の理由
   * @param lateReasons 締切後の受付の理由
   * @param roles 役割
   * @param missingResources 不足した社会資源
   */
  public record MeetingLists(
      List<Reason> absenceReasons,
      List<Reason> lateReasons,
      List<Reason> roles,
      List<Reason> missingResources) {}

  /**
   * A meeting body (会議体).
   *
   * @param remit fields it deals with (所掌); empty means every field
   * @param members who come to every meeting
   */
  public record BodyEntry(
      BodyId id,
      String name,
      ConferenceKind conference,
      MeetingModel model,
      AgencyId organiser,
      List<Coded> remit,
      Set<AgencyId> members,
      BodyDays days) {}

  /**
   * When it meets and by when what is due; days are calendar days, times of day Asia/Tokyo.
   *
   * @param recurrence RFC 5545 RRULE; none for meetings called per case
   * @param closing until when a request is in time; none means until the agenda goes out
   * @param publishDaysBefore when agenda and notices go out; none means at closing
   */
  public record BodyDays(
      @Nullable String recurrence,
      ClosedDayRule closedDays,
      @Nullable LocalTime begins,
      @Nullable String room,
      @Nullable Closing closing,
      @Nullable Integer publishDaysBefore,
      @Nullable Integer reportDueDays,
      @Nullable Integer reminderDaysBefore) {}

  /**
   * As the directory has it now.
   *
   * @param settings those of this directory
   */
  public static DirectoryView of(NetworkDirectory directory, NetworkSettings settings) {
    return new DirectoryView(
        new Coded(settings.networkId().value(), settings.name()),
        settings.deskId(),
        directory.agencies().stream().map(each -> agency(each, directory)).toList(),
        settings.areas().stream()
            .map(area -> new Coded(area.areaId().value(), area.name()))
            .toList(),
        Stream.of(Urgency.values())
            .map(each -> urgency(each, settings.answering().deadlines()))
            .toList(),
        lists(directory),
        directory.meetingBodies().stream().map(DirectoryView::body).toList());
  }

  private static AgencyEntry agency(Agency agency, NetworkDirectory directory) {
    return new AgencyEntry(
        agency.agencyId().value(),
        agency.name(),
        agency.kind(),
        new WorkEntry(
            agency.work().statisticsField(),
            agency.participation(),
            agency.work().areas().stream()
                .sorted()
                .map(area -> new Coded(area.value(), directory.nameOf(area)))
                .toList(),
            agency.work().mayCoordinate()),
        !directory.keys(agency.agencyId()).isEmpty(),
        agency.dutyContact());
  }

  private static UrgencyEntry urgency(Urgency urgency, List<Deadline> deadlines) {
    Deadline deadline =
        deadlines.stream().filter(each -> each.urgency() == urgency).findFirst().orElse(null);
    return new UrgencyEntry(
        urgency.name(),
        urgency.label(),
        deadline == null ? null : deadline.hours(),
        deadline == null ? null : deadline.openDays());
  }

  private static Lists lists(NetworkDirectory directory) {
    return new Lists(
        Codes.choices(Field.class),
        Codes.choices(ReferralMode.class),
        directory.reasons(CodeList.DECLINE_REASONS),
        directory.reasons(CodeList.SEND_BACK_REASONS),
        directory.reasons(CodeList.SCREENING_REASONS),
        directory.reasons(CodeList.INTRODUCERS),
        new MeetingLists(
            directory.reasons(CodeList.ABSENCE_REASONS),
            directory.reasons(CodeList.LATE_REASONS),
            directory.reasons(CodeList.ROLES),
            directory.reasons(CodeList.MISSING_RESOURCES)));
  }

  private static BodyEntry body(MeetingBody body) {
    return new BodyEntry(
        body.bodyId(),
        body.name(),
        body.conference(),
        body.charge().model(),
        body.organiser(),
        body.charge().remit().stream().sorted().map((Code field) -> Coded.of(field)).toList(),
        body.members(),
        new BodyDays(
            body.days().recurrence(),
            body.days().closedDays(),
            body.days().begins(),
            body.place().room(),
            body.deadlines().closing(),
            body.deadlines().publishDaysBefore(),
            body.deadlines().reportDueDays(),
            body.deadlines().reminderDaysBefore()));
  }
}
