package jp.tsunagu.stats.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The figures of the partitions that this instance has, by partition; for every thread. */
public final class LocalFigures {

  private final Map<Integer, PartitionFigures> figures = new ConcurrentHashMap<>();

  /** The partitions whose figures are right. */
  public Map<Integer, PartitionFigures> here() {
    return Map.copyOf(figures);
  }

  void show(int partition, PartitionFigures right) {
    figures.put(partition, right);
  }

  /** Nobody else's: the task may be with another thread by now. */
  void withdraw(int partition, PartitionFigures own) {
    figures.remove(partition, own);
  }
}
