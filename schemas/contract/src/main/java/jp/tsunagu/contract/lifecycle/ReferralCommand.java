package jp.tsunagu.contract.lifecycle;

import java.util.Optional;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/** Commands about one referral of a case. */
public sealed interface ReferralCommand extends CaseCommand {

  /** Which leg it is about; for those that begin one, the id of the new leg. */
  ReferralId referralId();

  /**
   * A つなぐシート without addressee goes to the desk.
   *
   * @param besideOpen a person confirmed that it goes to an agency with which a referral of the
   *     case is still open
   */
  record SubmitSheet(
      CommandHeader header,
      ReferralId referralId,
      Urgency urgency,
      @Nullable SealedDossier dossier,
      boolean besideOpen)
      implements ReferralCommand {
    /** One that goes to nobody twice. */
    public SubmitSheet(
        CommandHeader header,
        ReferralId referralId,
        Urgency urgency,
        @Nullable SealedDossier dossier) {
      this(header, referralId, urgency, dossier, false);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /**
   * The desk gives a sheet its addressee (振り分け).
   *
   * @param besideOpen a person confirmed that it goes to an agency with which a referral of the
   *     case is still open
   */
  record TriageReferral(
      CommandHeader header,
      ReferralId referralId,
      AgencyId receiver,
      ReferralMode mode,
      @Nullable SealedDossier dossier,
      boolean besideOpen)
      implements ReferralCommand {
    /** One that goes to nobody twice. */
    public TriageReferral(
        CommandHeader header,
        ReferralId referralId,
        AgencyId receiver,
        ReferralMode mode,
        @Nullable SealedDossier dossier) {
      this(header, referralId, receiver, mode, dossier, false);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /**
   * A household is connected to another agency (つなぐ).
   *
   * @param continues the closed leg this one follows after a decline or 差戻し: the chain stays one
   * @param besideOpen a person confirmed that it goes to an agency with which a referral of the
   *     case is still open
   */
  record SendReferral(
      CommandHeader header,
      ReferralId referralId,
      AgencyId receiver,
      ReferralMode mode,
      Urgency urgency,
      @Nullable ReferralId continues,
      @Nullable SealedDossier dossier,
      boolean besideOpen)
      implements ReferralCommand {
    /** One that goes to nobody twice. */
    public SendReferral(
        CommandHeader header,
        ReferralId referralId,
        AgencyId receiver,
        ReferralMode mode,
        Urgency urgency,
        @Nullable ReferralId continues,
        @Nullable SealedDossier dossier) {
      this(header, referralId, receiver, mode, urgency, continues, dossier, false);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /** It reached the receiver's connector (到達); sent by the connector itself. */
  record ReportArrival(CommandHeader header, ReferralId referralId) implements ReferralCommand {}

  /** A person or system of the receiver opened it (開封). */
  record OpenReferral(CommandHeader header, ReferralId referralId) implements ReferralCommand {}

  /** 受理. */
  record AcceptReferral(CommandHeader header, ReferralId referralId, @Nullable SealedDossier note)
      implements ReferralCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(note);
    }
  }

  /**
   * 受入不可.
   *
   * @param reason a code of the city's list of reasons
   */
  record DeclineReferral(
      CommandHeader header, ReferralId referralId, String reason, @Nullable SealedDossier note)
      implements ReferralCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(note);
    }
  }

  /**
   * つなぎ直し: the receiver connects the household on; the chain stays one.
   *
   * @param besideOpen a person confirmed that it goes to an agency with which a referral of the
   *     case is still open
   */
  record ForwardReferral(
      CommandHeader header,
      ReferralId referralId,
      ReferralId nextReferralId,
      AgencyId receiver,
      ReferralMode mode,
      @Nullable SealedDossier dossier,
      boolean besideOpen)
      implements ReferralCommand {
    /** One that goes to nobody twice. */
    public ForwardReferral(
        CommandHeader header,
        ReferralId referralId,
        ReferralId nextReferralId,
        AgencyId receiver,
        ReferralMode mode,
        @Nullable SealedDossier dossier) {
      this(header, referralId, nextReferralId, receiver, mode, dossier, false);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /** 差戻し: the receiver returns it to the sender because something is missing. */
  record SendBackReferral(
      CommandHeader header, ReferralId referralId, String reason, @Nullable SealedDossier note)
      implements ReferralCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(note);
    }
  }

  /** 照会: the receiver asks the sender something. */
  record AskInformation(CommandHeader header, ReferralId referralId, @Nullable SealedDossier note)
      implements ReferralCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(note);
    }
  }

  /** 回答: the sender answers what was asked. */
  record ProvideInformation(
      CommandHeader header, ReferralId referralId, @Nullable SealedDossier note)
      implements ReferralCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(note);
    }
  }

  /** 初回接触. */
  record MakeFirstContact(CommandHeader header, ReferralId referralId) implements ReferralCommand {}

  /** 終了: the receiver's support ends. */
  record CompleteReferral(
      CommandHeader header,
      ReferralId referralId,
      CompletionOutcome outcome,
      @Nullable SealedDossier note)
      implements ReferralCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(note);
    }
  }

  /** 取下げ by the sender before acceptance. */
  record WithdrawReferral(CommandHeader header, ReferralId referralId) implements ReferralCommand {}

  /** After acceptance the sender can only ask the receiver to end it (取下げの依頼). */
  record RequestWithdrawal(CommandHeader header, ReferralId referralId)
      implements ReferralCommand {}

  /** The receiver agrees to a requested withdrawal. */
  record ConfirmWithdrawal(CommandHeader header, ReferralId referralId)
      implements ReferralCommand {}

  /** 再開 of a closed referral: by its sender it is asked again, by its receiver support resumes. */
  record ReopenReferral(CommandHeader header, ReferralId referralId) implements ReferralCommand {}

  /** 催促 by the desk; {@code phonedAt} of the header tells a reminder by telephone. */
  record RemindReferral(CommandHeader header, ReferralId referralId) implements ReferralCommand {}

  /** A receiver lacks a dossier it can open (lost key, connected on without one). */
  record RequestDossier(CommandHeader header, ReferralId referralId, DossierId dossierId)
      implements ReferralCommand {}

  /** A holder seals a dossier anew for those who need it. */
  record ProvideDossier(CommandHeader header, ReferralId referralId, SealedDossier dossier)
      implements ReferralCommand {
    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.of(dossier);
    }
  }
}
