package jp.tsunagu.connector.outbox;

import jp.tsunagu.connector.dossier.FileNote;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import org.jspecify.annotations.Nullable;

/** How large the record of a wish will be at most, before it is sealed. */
final class RecordSize {

  /** Headers and key of the record. */
  private static final int HEADERS = 1_000;

  /** Codes and lengths of a part, nonce and tag of its ciphertext. */
  private static final int PER_PART = 600;

  /** A wrapped key with its recipient and key id, and the pair key it may be wrapped under. */
  private static final int PER_RECIPIENT = 300;

  private RecordSize() {}

  static int of(byte[] command, @Nullable OpenDossier dossier) {
    int bytes = command.length + HEADERS;
    if (dossier != null) {
      for (OpenPart part : dossier.parts()) {
        bytes +=
            PER_PART
                + part.told().content().size()
                + (part.told().file() == null ? 0 : FileNote.LARGEST)
                + PER_RECIPIENT * part.told().recipients().size();
      }
    }
    return bytes;
  }
}
