package jp.tsunagu.connector.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.ConsentForm;
import jp.tsunagu.connector.sheet.ConsultationForm;
import jp.tsunagu.connector.sheet.ReferralForm;
import jp.tsunagu.connector.sheet.Times;
import jp.tsunagu.connector.sheet.TsunaguSheet;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import org.jspecify.annotations.Nullable;

/** The commands of a whole sheet: consultation, then consents, then sheet or referral. */
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
  public record Drafted(CaseId caseId, @Nullable ReferralId referralId, List<Wish> wishes) {
    public Drafted {
      wishes = List.copyOf(wishes);
    }

    /** The commands' ids in their order. */
    public List<CommandId> commandIds() {
      return wishes.stream().map(wish -> wish.command().header().commandId()).toList();
    }
  }

  /**
   * Drafts the commands.
   *
   * @param desk gets the sheet if it names no addressee
   */
  public Drafted of(TsunaguSheet sheet, AgencyId desk) {
    CaseId caseId = draft.newCase();
    List<Wish> wishes = new ArrayList<>();
    wishes.add(Wish.of(receive(caseId, sheet)));
    Times times = withoutTelephone(sheet.times());
    sheet.consents().forEach(consent -> wishes.add(Wish.of(record(caseId, times, consent))));
    ReferralForm referral = sheet.referral();
    if (referral == null) {
      return new Drafted(caseId, null, wishes);
    }
    ReferralId referralId = draft.newReferral();
    wishes.add(passOn(caseId, referralId, sheet, referral, desk));
    return new Drafted(caseId, referralId, wishes);
  }

  /** A consent as a command. */
  public RecordConsent record(CaseId caseId, Times times, ConsentForm consent) {
    return new RecordConsent(
        draft.header(caseId, times),
        draft.newConsent(),
        consent.person(),
        consent.purpose(),
        consent.scope(),
        consent.recipients(),
        consent.exclusions(),
        consent.method(),
        consent.givenOn(),
        consent.expiresOn());
  }

  private ReceiveConsultation receive(CaseId caseId, TsunaguSheet sheet) {
    ConsultationForm form = sheet.consultation();
    return new ReceiveConsultation(
        draft.header(caseId, withoutTelephone(sheet.times())),
        form.fields(),
        form.area(),
        form.urgency(),
        form.kind(),
        form.persons(),
        form.introducedBy(),
        form.protection());
  }

  private Wish passOn(
      CaseId caseId, ReferralId referralId, TsunaguSheet sheet, ReferralForm form, AgencyId desk) {
    AgencyId receiver = form.receiver();
    OpenDossier dossier =
        dossiers.open(
            sheet.dossier(),
            Set.of(receiver == null ? desk : receiver),
            sheet.consultation().protection());
    var header = draft.header(caseId, sheet.times());
    return receiver == null
        ? new Wish(new SubmitSheet(header, referralId, form.urgency(), null), dossier)
        : new Wish(
            new SendReferral(header, referralId, receiver, form.mode(), form.urgency(), null, null),
            dossier);
  }

  private static Times withoutTelephone(Times times) {
    return new Times(times.occurredAt(), null, times.onBehalfOf());
  }
}
