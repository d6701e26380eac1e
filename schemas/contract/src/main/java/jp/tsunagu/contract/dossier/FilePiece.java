package jp.tsunagu.contract.dossier;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;

/**
 * A piece of a file (添付ファイル) that hangs on a part of a dossier ({@link PartKind#FILE}), sent once
 * the network has taken that part. It is no {@link jp.tsunagu.contract.lifecycle.CaseCommand} and
 * has no answer: what a piece tells again has no effect, so that it may come twice. Its key travels
 * in the part alone: whoever cannot open the part opens no piece.
 *
 * @param part the name of the part
 * @param recipients whom it is for; the gateway passes it to those of them who hold the part
 * @param number from 1
 * @param ciphertext empty where its sender cannot read the part any more; then it says nothing
 */
public record FilePiece(
    CaseId caseId,
    DossierId dossierId,
    String part,
    Set<AgencyId> recipients,
    int number,
    Bytes ciphertext) {

  /** A file is at most so large, in bytes (5 MiB). */
  public static final int LARGEST_FILE = 5 << 20;

  /** The files that travel with one command are together at most so large, in bytes (10 MiB). */
  public static final int LARGEST_TOGETHER = 10 << 20;

  /** So many files travel with one command at most. */
  public static final int MOST_FILES = 10;

  /** A piece holds at most so many bytes of its file: half of what a record carries. */
  public static final int LARGEST_PIECE = 512 << 10;

  /** A file has at most so many pieces. */
  public static final int MOST_PIECES = LARGEST_FILE / LARGEST_PIECE;

  /** Nonce and tag of its ciphertext, in bytes. */
  private static final int SEALED = 28;

  public FilePiece {
    recipients = Set.copyOf(recipients);
  }

  /** Whether it is one that a connector sends. */
  public boolean isWhole() {
    return number >= 1
        && number <= MOST_PIECES
        && ciphertext.size() > SEALED
        && ciphertext.size() <= LARGEST_PIECE + SEALED;
  }

  /** The same with what it holds. */
  public FilePiece holding(Bytes other) {
    return new FilePiece(caseId, dossierId, part, recipients, number, other);
  }
}
