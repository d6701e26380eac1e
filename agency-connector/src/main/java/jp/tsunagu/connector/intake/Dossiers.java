package jp.tsunagu.connector.intake;

import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.sheet.DossierForm;
import jp.tsunagu.connector.sheet.DossierParts;
import jp.tsunagu.connector.sheet.SubjectTokens;
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
    AgencyId desk = directory.snapshot().desk().orElse(null);
    List<OpenPart> parts = new DossierParts(recipients, protection, desk, tokens).of(form);
    return parts.isEmpty() ? null : new OpenDossier(draft.newDossier(), parts);
  }
}
