package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.message.Notice.PieceDelivered;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.PieceRules;
import jp.tsunagu.runtime.broker.Outgoing;

/** Passes pieces of files on: they change no case, and what may reach nobody is passed over. */
final class PieceHandler {

  private static final String KIND = FilePiece.class.getSimpleName();

  private final CaseStore cases;
  private final Letters letters;
  private final GatewayMetrics metrics;
  private final Consumer<Outgoing> out;

  PieceHandler(GatewayParts parts, CaseStore cases, Consumer<Outgoing> out) {
    this.cases = cases;
    this.letters = new Letters(parts);
    this.metrics = parts.metrics();
    this.out = out;
  }

  void handle(AgencyId sender, FilePiece piece, Instant now) {
    CaseState state = CommandFault.guard(() -> cases.get(piece.caseId()));
    Set<AgencyId> recipients =
        piece.isWhole() ? PieceRules.recipients(state, sender, piece) : Set.of();
    PieceDelivered delivered =
        new PieceDelivered(
            piece.caseId(),
            piece.dossierId(),
            piece.part(),
            piece.number(),
            piece.ciphertext(),
            now);
    recipients.stream()
        .sorted()
        .flatMap(
            recipient -> letters.inbox(recipient, piece.caseId().toString(), delivered).stream())
        .forEach(out);
    if (!state.everProtected()) {
      count(recipients);
    }
  }

  private void count(Set<AgencyId> recipients) {
    if (recipients.isEmpty()) {
      metrics.refused(KIND, RefusalCode.DOSSIER_UNKNOWN);
    } else {
      metrics.passedOn(KIND);
    }
  }
}
