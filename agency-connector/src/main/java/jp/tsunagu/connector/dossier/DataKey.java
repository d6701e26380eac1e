package jp.tsunagu.connector.dossier;

import com.google.crypto.tink.Aead;
import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.dossier.WrappedKey;

/** A data key (AES-256-GCM) and what its recipients get of it. */
record DataKey(Aead aead, List<WrappedKey> wrapped, Instant madeAt) {
  DataKey {
    wrapped = List.copyOf(wrapped);
  }

  @Override
  public String toString() {
    return "DataKey[***]";
  }
}
