package jp.tsunagu.contract.dossier;

import java.util.List;

/** The content of a part, and the keys with which it is read. */
public record SealedContent(Bytes ciphertext, List<WrappedKey> keys) {

  /** Keeps copies. */
  public SealedContent {
    keys = List.copyOf(keys);
  }
}
