package jp.tsunagu.gateway.view;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.contract.id.CaseId;

/**
 * Where the events of a case stand in the ledger: one partition and ascending offsets.
 *
 * <p>Eight bytes per event; the events themselves are read when somebody asks. One thread writes.
 */
final class LedgerIndex {

  private final Map<CaseId, Place> places = new ConcurrentHashMap<>();

  /** Offsets of one case; the array is never changed. */
  record Place(int partition, long[] offsets) {

    Place with(long offset) {
      if (offset <= offsets[offsets.length - 1]) {
        return this;
      }
      long[] longer = Arrays.copyOf(offsets, offsets.length + 1);
      longer[offsets.length] = offset;
      return new Place(partition, longer);
    }
  }

  Optional<Place> find(CaseId id) {
    return Optional.ofNullable(places.get(id));
  }

  void add(CaseId id, int partition, long offset) {
    places.merge(
        id,
        new Place(partition, new long[] {offset}),
        (known, added) -> known.with(added.offsets()[0]));
  }
}
