package jp.tsunagu.contract.topic;

/** How many partitions a topic has. */
public enum PartitionCount {
  /** The number fixed at the network's birth; equal for all topics keyed by case. */
  NETWORK,
  /** One: everything in a single order. */
  ONE;

  /** The number in a network with this many partitions. */
  public int in(int networkPartitions) {
    return switch (this) {
      case NETWORK -> networkPartitions;
      case ONE -> 1;
    };
  }
}
