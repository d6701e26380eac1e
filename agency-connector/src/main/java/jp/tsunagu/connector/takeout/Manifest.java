package jp.tsunagu.connector.takeout;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;

/**
 * The last file of a take-out: a ZIP without it is not whole.
 *
 * @param format of the files; another number where they change
 * @param by the account that took it out
 * @param from when it began: what came later may be missing
 * @param until when it ended: nothing in it came later
 * @param counts how many of each kind are in it
 * @param left how much is not in it, and why
 */
record Manifest(
    int format,
    NetworkId network,
    AgencyId agency,
    String by,
    Instant from,
    Instant until,
    Map<String, Long> counts,
    CaseFolder.Left left) {

  static final int FORMAT = 1;

  static Map<String, Long> counts(Archive archive) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Arrays.stream(Taken.values()).forEach(kind -> counts.put(kind.id(), archive.count(kind)));
    return counts;
  }
}
