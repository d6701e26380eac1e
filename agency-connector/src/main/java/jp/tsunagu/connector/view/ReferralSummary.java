package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * A leg of a referral in a list.
 *
 * @param protection where its case is protected (保護案件)
 * @param version its ETag; who has left is no part of it
 */
public record ReferralSummary(
    @Flat Place place,
    @Flat Terms terms,
    Side side,
    @Flat Reached reached,
    @Flat Gone gone,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ProtectionNote protection,
    long version) {

  private static final String WAITS_THERE = "受け手の機関は名簿から外れました。調整窓口が別の機関に振り分けます。取り下げることもできます。";

  /**
   * Where it stands in its case and in its chain.
   *
   * @param caseNumber what people call its case, such as 令和8-01234-4
   */
  public record Place(
      ReferralId referralId,
      CaseId caseId,
      @Nullable CaseNumber caseNumber,
      ReferralId chainId,
      @Nullable ReferralId continues) {}

  /** What is asked of whom. */
  public record Terms(
      ReferralKind kind, Urgency urgency, ReferralMode mode, AgencyId sender, AgencyId receiver) {}

  /**
   * How far it got.
   *
   * @param stageData what the stage has, such as a reason
   */
  public record Reached(StageCode stage, Stage stageData, Progress progress) {}

  /**
   * Which of its parties has left the network.
   *
   * @param senderLeftOn the day (Asia/Tokyo) its sender left; none while it takes part
   * @param receiverLeftOn the same of its receiver
   * @param receiverLeft what a person reads while an open leg waits at an agency that has left
   */
  public record Gone(
      @Nullable LocalDate senderLeftOn,
      @Nullable LocalDate receiverLeftOn,
      @Nullable String receiverLeft) {

    private static Gone of(Referral referral, NetworkDirectory directory) {
      LocalDate receiver = leftOn(referral.receiver(), directory);
      return new Gone(
          leftOn(referral.sender(), directory),
          receiver,
          receiver != null && referral.isOpen() ? WAITS_THERE : null);
    }
  }

  /** The view of a leg for this agency, with who has left by this directory. */
  public static ReferralSummary of(ReferralView view, AgencyId own, NetworkDirectory directory) {
    Referral referral = view.referral();
    return new ReferralSummary(
        new Place(
            referral.referralId(),
            view.caseId(),
            view.caseNumber(),
            referral.chain().chainId(),
            referral.chain().continues()),
        new Terms(
            referral.kind(),
            referral.urgency(),
            referral.mode(),
            referral.sender(),
            referral.receiver()),
        view.side(),
        new Reached(StageCode.of(referral.stage()), referral.stage(), referral.progress()),
        Gone.of(referral, directory),
        ProtectionNote.of(view.protection(), own),
        view.version());
  }

  private static @Nullable LocalDate leftOn(AgencyId agency, NetworkDirectory directory) {
    return directory.formerAgency(agency).map(Agency::leftOn).orElse(null);
  }
}
