package jp.tsunagu.connector.outbox;

import java.util.List;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideDossier;
import org.jspecify.annotations.Nullable;

/**
 * One command, with what travels sealed with it still in clear. The outbox seals it when it sends.
 *
 * @param command leave its dossier or note {@code null}; the sealed dossier is put in by the outbox
 * @param dossier what shall travel with it; only for commands that can carry something
 * @param isHeld whether its parts are those of a dossier this agency holds already, sealed for one
 *     more; else it was just written, and is kept as what was sent
 */
public record Wish(CaseCommand command, @Nullable OpenDossier dossier, boolean isHeld) {

  /** A command with what was written for it. */
  public Wish(CaseCommand command, @Nullable OpenDossier dossier) {
    this(command, dossier, false);
  }

  /** A command with which nothing travels. */
  public static Wish of(CaseCommand command) {
    return new Wish(command, null);
  }

  /** A dossier this agency holds, sealed anew for who needs it. */
  public static Wish sealedAnew(CommandHeader header, ReferralId referralId, OpenDossier held) {
    return new Wish(provide(header, referralId, held), held, true);
  }

  /** A dossier a person wrote for somebody in the case. */
  public static Wish written(CommandHeader header, ReferralId referralId, OpenDossier fresh) {
    return new Wish(provide(header, referralId, fresh), fresh, false);
  }

  private static ProvideDossier provide(
      CommandHeader header, ReferralId referralId, OpenDossier dossier) {
    SealedDossier later = new SealedDossier(dossier.dossierId(), AgencyId.GATEWAY, List.of());
    return new ProvideDossier(header, referralId, later);
  }

  @Override
  public String toString() {
    return "Wish[" + command.getClass().getSimpleName() + "]";
  }
}
