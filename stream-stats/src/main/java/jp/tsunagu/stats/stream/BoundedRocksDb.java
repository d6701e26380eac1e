package jp.tsunagu.stats.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One limit on what all stores of the process keep outside the heap; without it each store of each
 * partition takes its own share.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

  private static final long BYTES = 96L << 20;
  private static final long BYTES_OF_WRITES = 48L << 20;
  private static final long BYTES_OF_ONE_WRITE_BUFFER = 8L << 20;
  private static final int SHARD_BITS = -1;
  private static final double SHARE_OF_INDEXES = 0.2;

  private static final Cache CACHE = new LRUCache(BYTES, SHARD_BITS, false, SHARE_OF_INDEXES);
  private static final WriteBufferManager WRITES = new WriteBufferManager(BYTES_OF_WRITES, CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITES);
    options.setWriteBufferSize(BYTES_OF_ONE_WRITE_BUFFER);
  }

  /** Nothing to close: cache and buffers belong to all stores and live as long as the process. */
  @Override
  public void close(String store, Options options) {}
}
