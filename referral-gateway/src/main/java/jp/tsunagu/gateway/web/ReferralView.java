package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.BackAndForth;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.lifecycle.TimerKind;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "連絡 (一つのつなぎ)")
record ReferralView(
    @Schema(description = "連絡番号") UUID referralId,
    @Flat CaseName name,
    @Flat Chain chain,
    @Flat Terms terms,
    @Flat Standing standing,
    @Flat Answering answering,
    @Flat Pending pending) {

  /** Its neighbours in its chain, as far as the reader sees them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Chain(
      @Schema(description = "見られる連絡のうち、連鎖の最初の連絡番号") UUID chainId,
      @Schema(description = "一つ前の連絡番号。見られない連絡のときは出ない") @Nullable UUID continues,
      @Schema(description = "行き来あり: この連鎖の中で、前にあった機関へ戻った") boolean backAndForth) {

    private static Chain of(CaseState state, Referral leg) {
      return new Chain(
          leg.chain().chainId().value(),
          leg.chain().continues() == null ? null : leg.chain().continues().value(),
          BackAndForth.isSeen(state, leg));
    }
  }

  /** What is asked of whom. */
  record Terms(
      @Schema(description = "つなぎ・つなぐシート・つなぎ戻し") Coded kind,
      @Schema(description = "緊急度") Coded urgency,
      @Schema(description = "送った機関") NamedAgency sender,
      @Schema(description = "受けた機関") NamedAgency receiver,
      @Schema(description = "協働・引継ぎ・助言") Coded mode) {

    static Terms of(Referral leg, Names names) {
      return new Terms(
          Coded.of(leg.kind()),
          Coded.of(leg.urgency()),
          names.agency(leg.sender()),
          names.agency(leg.receiver()),
          Coded.of(leg.mode()));
    }
  }

  /** How far it got. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Standing(
      @Schema(description = "段階") Coded stage,
      @Schema(description = "受入不可・差戻しの理由、終了の結果") @Nullable Coded reason,
      @Schema(description = "つなぎ直し先の連絡番号。見られない連絡のときは出ない") @Nullable UUID next,
      @Schema(description = "まだ終わっていない") boolean open) {

    static Standing of(CaseState state, Referral leg, Names names) {
      return new Standing(
          Coded.of(StageCode.of(leg.stage())),
          ReferralView.reason(leg.stage(), names),
          leg.stage() instanceof Stage.Forwarded(ReferralId next) ? shown(state, next) : null,
          leg.isOpen());
    }
  }

  /** Since when and until when its answer is waited for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answering(
      @Schema(description = "送付の時刻") Instant sentAt,
      @Schema(description = "回答期限") @Nullable Instant respondBy,
      @Schema(description = "期限が閉庁日にかかる") boolean endsOnClosedDay,
      @Schema(description = "期限接近") boolean dueSoon,
      @Schema(description = "期限超過") boolean overdue,
      @Schema(description = "調整窓口へ連絡済み") boolean escalated) {

    static Answering of(Referral leg) {
      ResponseClock clock = leg.progress().clock();
      return new Answering(
          leg.progress().sentAt(),
          clock == null ? null : clock.respondBy(),
          clock != null && clock.endsOnClosedDay(),
          isDueSoon(leg),
          isOverdue(leg),
          isEscalated(leg));
    }
  }

  /** What else is waited for. */
  record Pending(
      @Schema(description = "書類待ち") boolean awaitingDossier,
      @Schema(description = "照会の回答待ち") boolean questionOpen,
      @Schema(description = "取下げの依頼あり") boolean withdrawalRequested) {

    static Pending of(Progress progress) {
      return new Pending(
          progress.awaitingDossier(), progress.questionOpen(), progress.withdrawalRequested());
    }
  }

  /** As it stands in a case already narrowed to what its reader may see. */
  static ReferralView of(CaseState state, Referral leg, Names names) {
    return new ReferralView(
        leg.referralId().value(),
        CaseName.of(state),
        Chain.of(state, leg),
        Terms.of(leg, names),
        Standing.of(state, leg, names),
        Answering.of(leg),
        Pending.of(leg.progress()));
  }

  /** Whether the log says that its answer is due soon and not yet overdue. */
  static boolean isDueSoon(Referral leg) {
    return isTold(leg, TimerKind.DUE_SOON);
  }

  /** Whether the log says that its answer is overdue. */
  static boolean isOverdue(Referral leg) {
    return isTold(leg, TimerKind.OVERDUE) || isEscalated(leg);
  }

  /** Whether its overdue answer was put before the desk. */
  static boolean isEscalated(Referral leg) {
    return isTold(leg, TimerKind.ESCALATE);
  }

  /** What was told last of a clock still running; an answered leg is late no more. */
  private static boolean isTold(Referral leg, TimerKind timer) {
    return leg.progress().clock() != null && leg.progress().lastTold() == timer;
  }

  private static @Nullable UUID shown(CaseState state, @Nullable ReferralId id) {
    return id != null && state.referral(id).isPresent() ? id.value() : null;
  }

  private static @Nullable Coded reason(Stage stage, Names names) {
    return switch (stage) {
      case Stage.Declined(String code) -> names.code(CodeList.DECLINE_REASONS, code);
      case Stage.SentBack(String code) -> names.code(CodeList.SEND_BACK_REASONS, code);
      case Stage.Completed(var outcome) -> Coded.of(outcome);
      case Stage.Submitted _,
          Stage.Unanswered _,
          Stage.Held _,
          Stage.Forwarded _,
          Stage.Withdrawn _ ->
          null;
    };
  }
}
