package jp.tsunagu.stats.recount;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.figure.Tally;
import jp.tsunagu.stats.stream.BucketBytes;
import jp.tsunagu.stats.stream.FactsBytes;
import jp.tsunagu.stats.stream.Stores;
import jp.tsunagu.stats.stream.StreamSettings;

/**
 * Counts every figure again with the pure functions, from the first event of the ledger, and
 * compares with what the running application holds (through its changelogs). Ask when nothing is
 * under way, else the two differ by that.
 */
public final class StatsRecount {

  private final String brokers;
  private final NetworkId network;
  private final Codec codec;
  private final FigureRules rules;

  /** A recount of this network. */
  public StatsRecount(String brokers, NetworkId network, Codec codec, FigureRules rules) {
    this.brokers = brokers;
    this.network = network;
    this.codec = codec;
    this.rules = rules;
  }

  /**
   * What the recount gave.
   *
   * @param unreadable records of the ledger that no reader can use
   * @param differences by code of the bucket or case id; empty if everything agrees
   */
  public record Result(
      long events, long unreadable, int cases, int buckets, List<String> differences) {
    /** Keeps an unmodifiable copy. */
    public Result {
      differences = List.copyOf(differences);
    }

    /** Whether everything agrees. */
    public boolean agrees() {
      return differences.isEmpty();
    }
  }

  /** Reads everything. */
  public Result run() {
    LedgerCount ledger = new LedgerCount();
    new CommittedTopic(brokers, new Topics(network).ledger().name())
        .readAll(record -> ledger.read(codec.decode(record.value())));
    Map<BucketKey, Bucket> expected = ledger.buckets(rules);
    Map<BucketKey, Bucket> held = new HashMap<>();
    stored(Stores.FIGURES, BucketBytes::decode)
        .forEach((key, part) -> held.merge(BucketKey.of(key), part, Bucket::plus));
    Map<String, CaseFacts> facts = new HashMap<>();
    stored(Stores.CASE_FACTS, FactsBytes::decode).forEach(facts::put);
    List<String> differences =
        Stream.concat(
                compare("bucket", byCode(expected), byCode(held)),
                compare("case", ledger.facts, facts))
            .toList();
    return new Result(
        ledger.events, ledger.unreadable, ledger.facts.size(), expected.size(), differences);
  }

  private static Map<String, Bucket> byCode(Map<BucketKey, Bucket> buckets) {
    Map<String, Bucket> byCode = new TreeMap<>();
    buckets.forEach((key, bucket) -> byCode.put(key.code(), bucket));
    byCode.values().removeIf(Bucket::isEmpty);
    return byCode;
  }

  private static <T> Stream<String> compare(
      String what, Map<String, T> expected, Map<String, T> held) {
    Stream<String> wrong =
        expected.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(held.get(entry.getKey())))
            .map(
                entry ->
                    what
                        + " "
                        + entry.getKey()
                        + (held.containsKey(entry.getKey()) ? " differs" : " is missing"));
    Stream<String> surplus =
        held.keySet().stream()
            .filter(key -> !expected.containsKey(key))
            .map(key -> what + " " + key + " is not in the ledger");
    return Stream.concat(wrong, surplus);
  }

  /** The last value of every key of every partition: partitions hold parts of the same bucket. */
  private <T> Values<T> stored(String store, Function<byte[], T> decode) {
    Values<T> values = new Values<>();
    new CommittedTopic(brokers, StreamSettings.changelog(network, store))
        .readAll(
            record -> {
              String key = new String(record.key(), StandardCharsets.UTF_8);
              Map<String, T> part =
                  values.parts.computeIfAbsent(record.partition(), _ -> new HashMap<>());
              if (record.value() == null) {
                part.remove(key);
              } else {
                part.put(key, decode.apply(record.value()));
              }
            });
    return values;
  }

  private static final class Values<T> {
    private final Map<Integer, Map<String, T>> parts = new HashMap<>();

    void forEach(BiConsumer<String, T> reader) {
      parts.values().forEach(part -> part.forEach(reader));
    }
  }

  private static final class LedgerCount {
    private final Map<String, CaseFacts> facts = new HashMap<>();
    private long events;
    private long unreadable;

    void read(Decoded decoded) {
      if (decoded instanceof Decoded.Readable(CaseEvent event)) {
        events++;
        CaseId id = event.header().caseId();
        CaseFacts before = facts.getOrDefault(id.toString(), CaseFacts.beforeFirst(id));
        facts.put(id.toString(), FactsFold.evolve(before, event));
      } else {
        unreadable++;
      }
    }

    Map<BucketKey, Bucket> buckets(FigureRules rules) {
      Tally tally = new Tally(rules);
      facts.values().forEach(tally::add);
      return tally.buckets();
    }
  }
}
