package jp.tsunagu.connector.outbox;

import java.util.List;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ReferralCommand;
import org.jspecify.annotations.Nullable;

/**
 * One command, with what travels sealed with it still in clear. The outbox seals it when it sends.
 *
 * @param command leave its dossier or note {@code null}; the sealed dossier is put in by the outbox
 * @param dossier what shall travel with it; only for commands that can carry something
 */
public record Wish(CaseCommand command, @Nullable OpenDossier dossier) {

  /** A command with which nothing travels. */
  public static Wish of(CaseCommand command) {
    return new Wish(command, null);
  }

  /** A dossier sealed anew for those who need it, by decision of a person. */
  public static Wish provide(CommandHeader header, ReferralId referralId, OpenDossier dossier) {
    SealedDossier later = new SealedDossier(dossier.dossierId(), AgencyId.GATEWAY, List.of());
    return new Wish(new ReferralCommand.ProvideDossier(header, referralId, later), dossier);
  }

  @Override
  public String toString() {
    return "Wish[" + command.getClass().getSimpleName() + "]";
  }
}
