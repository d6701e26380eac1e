package jp.tsunagu.gateway.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.PartOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;

/**
 * Whom a piece of a file may reach: those who hold the part it hangs on, which was judged when it
 * travelled, as far as nothing has been said against them since.
 */
public final class PieceRules {

  private PieceRules() {}

  /** Who gets it; nobody where it is none of a part that its sender sealed or holds. */
  public static Set<AgencyId> recipients(CaseState state, AgencyId sender, FilePiece piece) {
    List<PartOutline> parts =
        state.dossier(piece.dossierId()).stream()
            .filter(
                dossier -> dossier.sender().equals(sender) || dossier.recipients().contains(sender))
            .flatMap(dossier -> dossier.parts().stream())
            .filter(part -> part.kind() == PartKind.FILE && part.name().equals(piece.part()))
            .toList();
    Set<AgencyId> recipients = new HashSet<>();
    for (PartOutline part : parts) {
      part.recipients().stream()
          .filter(recipient -> piece.recipients().contains(recipient))
          .filter(recipient -> !recipient.equals(sender))
          .filter(recipient -> !Parties.isExcluded(state, recipient))
          .filter(recipient -> !wasStopped(state, part, recipient))
          .forEach(recipients::add);
    }
    return Set.copyOf(recipients);
  }

  /** Whoever was asked to stop (共有停止) does not get more. */
  private static boolean wasStopped(CaseState state, PartOutline part, AgencyId recipient) {
    return state.stops().stream()
        .anyMatch(stop -> stop.person().equals(part.person()) && stop.holder().equals(recipient));
  }
}
