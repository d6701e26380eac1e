package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/** Commands about 多機関協働: the desk's part in a case. */
public sealed interface CoordinationCommand extends CaseCommand {

  /** 調整依頼: an agency asks the coordinator to sort out the roles of several agencies. */
  record RequestCoordination(
      CommandHeader header, AgencyId coordinator, @Nullable SealedDossier dossier)
      implements CoordinationCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /** The coordinator takes it on; from here it counts as the coordinator's case. */
  record AcceptCoordination(CommandHeader header) implements CoordinationCommand {}

  /**
   * Screening (スクリーニング) of the request.
   *
   * @param reason a code of the city's list
   */
  record DecideScreening(CommandHeader header, ScreeningRoute route, String reason)
      implements CoordinationCommand {}

  /**
   * 支援決定.
   *
   * @param exception why it is decided although something is missing
   * @param dossier what is said of it in words, such as of the exception
   */
  record DecideSupport(
      CommandHeader header, @Nullable FlowException exception, @Nullable SealedDossier dossier)
      implements CoordinationCommand {

    /** With all it waits for. */
    public DecideSupport(CommandHeader header) {
      this(header, null, null);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /**
   * つなぎ戻し: the coordinator returns the case with settled roles; the receiver accepts it as a
   * referral.
   *
   * @param exception why it goes back although something is missing
   */
  record HandBackCase(
      CommandHeader header,
      ReferralId referralId,
      AgencyId receiver,
      Urgency urgency,
      @Flat Settled settled,
      @Nullable SealedDossier dossier,
      @Nullable FlowException exception)
      implements CoordinationCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /**
   * 多機関協働の終結: the coordinator's part ends; the agencies' support goes on with these leads (主担当).
   *
   * @param ground why it ends without an evaluation that a meeting dealt with; none where it has
   *     one
   * @param exception why it ends although something is missing
   * @param dossier what is said of it in words, such as of the exception
   */
  record CloseCoordination(
      CommandHeader header,
      List<Lead> leads,
      @Nullable ClosingGround ground,
      @Nullable FlowException exception,
      @Nullable SealedDossier dossier)
      implements CoordinationCommand {
    public CloseCoordination {
      leads = List.copyOf(leads);
    }

    /** With all it waits for. */
    public CloseCoordination(CommandHeader header, List<Lead> leads) {
      this(header, leads, null, null, null);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /** Another coordinator takes over (多機関協働事業者の交替). */
  record ChangeCoordinator(CommandHeader header, AgencyId coordinator)
      implements CoordinationCommand {}

  /**
   * The result was told to this person, apart from the others (結果報告).
   *
   * @param exception why it was told although something is missing
   * @param dossier what is said of it in words, such as of the exception
   */
  record ReportResult(
      CommandHeader header,
      PersonRef person,
      @Nullable FlowException exception,
      @Nullable SealedDossier dossier)
      implements CoordinationCommand {

    /** With all it waits for. */
    public ReportResult(CommandHeader header, PersonRef person) {
      this(header, person, null, null);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /** An agency becomes a member of the case's 支援会議 (構成員の委嘱). */
  record AppointMember(CommandHeader header, AgencyId member) implements CoordinationCommand {}

  /** A member is left without a role: what it holds must be given back (資料の回収). */
  record ReleaseMember(CommandHeader header, AgencyId member) implements CoordinationCommand {}

  /**
   * A sheet of the case was filled in (様式). What stands on it travels sealed, if at all.
   *
   * @param dated the day it bears (Asia/Tokyo), not later than today
   * @param persons whom it is about, at least one
   * @param item of a form of a meeting, the item it is about; none of every other form
   * @param consents of a 利用申込書, what those who applied allow; one whose id is known already is left
   *     as it is, also where it was taken back since
   */
  record RecordForm(
      CommandHeader header,
      FormRef form,
      LocalDate dated,
      Set<PersonRef> persons,
      @Nullable MeetingRequestId item,
      List<SheetConsent> consents,
      @Nullable SealedDossier dossier)
      implements CoordinationCommand {
    public RecordForm {
      persons = Set.copyOf(persons);
      consents = List.copyOf(consents);
    }

    /** A sheet by which nobody allows anything. */
    public RecordForm(
        CommandHeader header,
        FormRef form,
        LocalDate dated,
        Set<PersonRef> persons,
        @Nullable MeetingRequestId item,
        @Nullable SealedDossier dossier) {
      this(header, form, dated, persons, item, List.of(), dossier);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }
}
