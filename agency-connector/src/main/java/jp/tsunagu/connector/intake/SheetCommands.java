package jp.tsunagu.connector.intake;

import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.dossier.OpenDossier;
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
   * @param referralId the leg it begins, if it is passed on
   */
  public record Drafted(CaseId caseId, @Nullable ReferralId referralId, Wish wish) {
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
    ReferralForm referral = sheet.referral();
    SheetLeg leg = referral == null ? null : leg(referral);
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
            leg == null ? List.of() : List.of(leg),
            null);
    OpenDossier dossier = referral == null ? null : dossier(sheet, referral, desk);
    return new Drafted(caseId, leg == null ? null : leg.referralId(), new Wish(command, dossier));
  }

  /** A consent as a command. */
  public RecordConsent record(CaseId caseId, Times times, ConsentTerms terms) {
    return new RecordConsent(draft.header(caseId, times), draft.newConsent(), terms);
  }

  private SheetLeg leg(ReferralForm form) {
    return new SheetLeg(draft.newReferral(), form.receiver(), form.mode(), form.urgency());
  }

  private @Nullable OpenDossier dossier(TsunaguSheet sheet, ReferralForm form, AgencyId desk) {
    AgencyId receiver = form.receiver();
    return dossiers.open(
        sheet.dossier(),
        Set.of(receiver == null ? desk : receiver),
        sheet.consultation().protection());
  }
}
