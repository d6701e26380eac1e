package jp.tsunagu.connector.intake;

import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.sheet.DossierForm;
import jp.tsunagu.connector.sheet.DossierParts;
import jp.tsunagu.connector.sheet.SubjectTokens;
import jp.tsunagu.connector.sheet.TsunaguSheet;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;

/** Makes dossiers in clear from forms; the outbox seals them. */
public final class Dossiers {

  private final CurrentDirectory directory;
  private final SubjectTokens tokens;
  private final CommandDraft draft;

  /** Dossiers of this network. */
  public Dossiers(CurrentDirectory directory, SubjectTokens tokens, CommandDraft draft) {
    this.directory = directory;
    this.tokens = tokens;
    this.draft = draft;
  }

  /** What is to travel to these recipients; none if nothing is shared. */
  public @Nullable OpenDossier open(
      DossierForm form, Set<AgencyId> recipients, @Nullable Protection protection) {
    return dossier(parts(recipients, protection).of(form));
  }

  /**
   * What is to travel with a whole sheet, to all of its 紹介先; none if nothing is shared.
   *
   * @param desk gets the sheet if it names no addressee
   */
  public @Nullable OpenDossier open(TsunaguSheet sheet, AgencyId desk) {
    List<AgencyId> receivers =
        sheet.referrals().stream().map(referral -> referral.receiverOr(desk)).toList();
    return receivers.isEmpty()
        ? null
        : dossier(
            parts(Set.copyOf(receivers), sheet.consultation().protection())
                .of(sheet, receivers.getFirst()));
  }

  private DossierParts parts(Set<AgencyId> recipients, @Nullable Protection protection) {
    return new DossierParts(
        recipients, protection, directory.snapshot().desk().orElse(null), tokens);
  }

  private @Nullable OpenDossier dossier(List<OpenPart> parts) {
    return parts.isEmpty() ? null : new OpenDossier(draft.newDossier(), parts);
  }
}
