package jp.tsunagu.connector.intake;

import java.util.List;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.ConsultationForm;
import jp.tsunagu.connector.sheet.ReferralForm;
import jp.tsunagu.connector.sheet.Times;
import jp.tsunagu.connector.sheet.TsunaguSheet;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.SheetConsent;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import org.jspecify.annotations.Nullable;

/** A whole sheet as one command: all of it takes effect, or nothing. */
public final class SheetCommands {

  private final CommandDraft draft;
  private final Dossiers dossiers;

  /** Commands drafted with these. */
  public SheetCommands(CommandDraft draft, Dossiers dossiers) {
    this.draft = draft;
    this.dossiers = dossiers;
  }

  /**
   * What a sheet becomes.
   *
   * @param referralIds the legs it begins, in the order of the sheet; empty if it is not passed on
   */
  public record Drafted(CaseId caseId, List<ReferralId> referralIds, Wish wish) {
    /** Keeps an unmodifiable copy. */
    public Drafted {
      referralIds = List.copyOf(referralIds);
    }

    /** The first leg, if it is passed on. */
    public @Nullable ReferralId referralId() {
      return referralIds.isEmpty() ? null : referralIds.getFirst();
    }

    /** The command's id. */
    public CommandId commandId() {
      return wish.command().header().commandId();
    }
  }

  /**
   * Drafts the command.
   *
   * @param desk gets the sheet if it names no addressee
   */
  public Drafted of(TsunaguSheet sheet, AgencyId desk) {
    CaseId caseId = draft.newCase();
    List<SheetLeg> legs = sheet.referrals().stream().map(this::leg).toList();
    ConsultationForm consultation = sheet.consultation();
    ReceiveSheet command =
        new ReceiveSheet(
            draft.header(caseId, sheet.times()),
            consultation.reception(),
            consultation.persons(),
            consultation.protection(),
            sheet.consents().stream()
                .map(terms -> new SheetConsent(draft.newConsent(), terms))
                .toList(),
            legs,
            null);
    return new Drafted(
        caseId,
        legs.stream().map(SheetLeg::referralId).toList(),
        new Wish(command, dossiers.open(sheet, desk)));
  }

  /** A consent as a command. */
  public RecordConsent record(CaseId caseId, Times times, ConsentTerms terms) {
    return new RecordConsent(draft.header(caseId, times), draft.newConsent(), terms);
  }

  private SheetLeg leg(ReferralForm form) {
    return new SheetLeg(draft.newReferral(), form.receiver(), form.mode(), form.urgency());
  }
}
