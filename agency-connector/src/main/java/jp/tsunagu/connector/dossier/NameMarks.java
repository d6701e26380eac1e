package jp.tsunagu.connector.dossier;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.person.NameKey;
import jp.tsunagu.runtime.secret.KeyedHash;
import org.springframework.stereotype.Component;

/**
 * By what a part is found whose names lie encrypted: a keyed hash of each beginning of a name,
 * another in every agency. Without the master key it says nothing but that two parts may name
 * somebody alike; it may find too much, so what it finds is read before it is told.
 */
@Component
final class NameMarks {

  private static final int BYTES = 8;

  private final MasterKey masterKey;
  private final NamesInParts names;

  NameMarks(MasterKey masterKey, NamesInParts names) {
    this.masterKey = masterKey;
    this.names = names;
  }

  /** Of everybody whom a part names. */
  List<String> of(AgencyId agency, Bytes content) {
    return names.keys(content).stream().map(key -> of(agency, key)).sorted().toList();
  }

  /** Of what somebody looks for. */
  String of(AgencyId agency, NameKey key) {
    return of(agency, key.first());
  }

  private String of(AgencyId agency, String key) {
    byte[] whole = KeyedHash.of(masterKey.forMarks(), agency.value() + "\n" + key);
    return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
  }
}
