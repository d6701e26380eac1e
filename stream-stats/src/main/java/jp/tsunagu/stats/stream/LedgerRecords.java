package jp.tsunagu.stats.stream;

import java.util.function.IntSupplier;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.CodecReader;
import jp.tsunagu.runtime.aside.KeyRule;
import jp.tsunagu.runtime.aside.RecordReader;

/** What a record of the ledger must be for the statistics to count it. */
public final class LedgerRecords {

  private LedgerRecords() {}

  /**
   * Reads the ledger's records.
   *
   * @param partitions of the ledger; 0 while that is not known
   */
  public static RecordReader<CaseEvent> reader(Codec codec, IntSupplier partitions) {
    return new CodecReader<>(
        codec,
        CaseEvent.class,
        KeyRule.caseId(event -> event.header().caseId()),
        partitions,
        StoredShelf.MOST_BYTES,
        false);
  }
}
