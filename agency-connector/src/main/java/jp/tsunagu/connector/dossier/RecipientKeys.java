package jp.tsunagu.connector.dossier;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.KeyChain;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.id.AgencyId;

/** To which public key each recipient's parts are sealed: the newest one that is proven. */
final class RecipientKeys {

  private final NetworkDirectory directory;
  private final Map<AgencyId, KeyChain> trusted;

  RecipientKeys(NetworkDirectory directory, Map<AgencyId, KeyChain> trusted) {
    this.directory = directory;
    this.trusted = trusted;
  }

  /** Recipients that have to be waited for. */
  Set<AgencyId> missing(Set<AgencyId> recipients) {
    Set<AgencyId> missing = new TreeSet<>();
    for (AgencyId recipient : recipients) {
      if (isAwaited(recipient) && inUse(recipient).isEmpty()) {
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
      inUse(recipient).ifPresent(key -> keys.put(recipient, key));
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

  private Optional<PublicKey> inUse(AgencyId recipient) {
    return Optional.ofNullable(trusted.get(recipient)).flatMap(KeyChain::inUse);
  }
}
