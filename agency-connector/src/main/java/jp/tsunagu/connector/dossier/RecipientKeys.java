package jp.tsunagu.connector.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.id.AgencyId;

/** To which public key each recipient's parts are sealed: its newest one. */
final class RecipientKeys {

  private final NetworkDirectory directory;

  RecipientKeys(NetworkDirectory directory) {
    this.directory = directory;
  }

  /** Recipients that have to be waited for. */
  Set<AgencyId> missing(Set<AgencyId> recipients) {
    Set<AgencyId> missing = new TreeSet<>();
    for (AgencyId recipient : recipients) {
      if (isAwaited(recipient) && newest(recipient).isEmpty()) {
        missing.add(recipient);
      }
    }
    return missing;
  }

  /**
   * The keys of those who can have one. Who is unknown to the network or takes part on paper is
   * left out: the gateway refuses the command and says why.
   */
  Map<AgencyId, PublicKey> keys(Set<AgencyId> recipients) {
    Map<AgencyId, PublicKey> keys = new TreeMap<>();
    for (AgencyId recipient : recipients) {
      newest(recipient).ifPresent(key -> keys.put(recipient, key));
    }
    return keys;
  }

  private boolean isAwaited(AgencyId recipient) {
    if (directory.settings().isEmpty()) {
      return true;
    }
    return directory
        .agency(recipient)
        .map(Agency::participation)
        .filter(Participation.CONNECTOR::equals)
        .isPresent();
  }

  private Optional<PublicKey> newest(AgencyId recipient) {
    List<PublicKey> keys = directory.keys(recipient);
    return keys.stream()
        .filter(key -> HybridKeys.idOf(key.keyset()).equals(key.keyId()))
        .findFirst();
  }
}
