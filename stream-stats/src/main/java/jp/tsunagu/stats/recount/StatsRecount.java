package jp.tsunagu.stats.recount;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideBook;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.figure.Retention;
import jp.tsunagu.stats.figure.Tally;
import jp.tsunagu.stats.stream.FactsBytes;
import jp.tsunagu.stats.stream.Stores;
import jp.tsunagu.stats.stream.StreamSettings;
import jp.tsunagu.stats.view.Held;

/**
 * Counts every figure again with the pure functions, from the first event of the ledger, and
 * compares: with the figures that the running instances tell, each as far as it has read, and with
 * the facts in the changelog, from which a restart goes on.
 */
public final class StatsRecount {

  private final BrokerAccess broker;
  private final NetworkId network;
  private final Codec codec;
  private final FigureRules rules;

  /** A recount of this network. */
  public StatsRecount(BrokerAccess broker, NetworkId network, Codec codec, FigureRules rules) {
    this.broker = broker;
    this.network = network;
    this.codec = codec;
    this.rules = rules;
  }

  /**
   * What the recount gave.
   *
   * @param unreadable records of the ledger that no reader can use
   * @param underWay cases whose last events have not been stored yet
   * @param differences by code of the bucket or case id; empty if everything agrees
   */
  public record Result(
      long events,
      long unreadable,
      int cases,
      int buckets,
      int underWay,
      List<String> differences) {
    /** Keeps an unmodifiable copy. */
    public Result {
      differences = List.copyOf(differences);
    }

    /** Whether everything was stored and agrees. */
    public boolean agrees() {
      return differences.isEmpty() && underWay == 0;
    }
  }

  /**
   * Reads everything and compares.
   *
   * @param held all figures of all partitions, as the instances tell them; when they did, on the
   *     network's clock, decides which figures are too old to be held
   */
  public Result against(Held<Bucket> held) {
    Topics topics = new Topics(network);
    AsideBook book = new AsideBook();
    new TopicToItsEnd(broker, topics.aside(Party.STATS).name())
        .readAll(record -> book.read(record.key(), record.value()));
    CountedLedger ledger = new CountedLedger(held.offsets(), topics.ledger().name(), codec, book);
    new TopicToItsEnd(broker, topics.ledger().name()).readAll(ledger::read);
    Map<String, CaseFacts> stored = stored();
    Retention kept = Retention.at(held.toldAt());
    Tally tally = new Tally(rules, kept);
    ledger.asFarAsHeld().forEach(tally::add);
    Map<String, Bucket> expected = new TreeMap<>();
    tally.buckets().forEach((key, bucket) -> expected.put(key.code(), bucket));
    Map<String, Bucket> told = new HashMap<>();
    held.values().forEach((code, bucket) -> told.put(code, kept.of(BucketKey.of(code), bucket)));
    List<String> differences = new ArrayList<>(buckets(expected, told));
    differences.addAll(cases(ledger.facts(), stored));
    return new Result(
        ledger.events(),
        ledger.unreadable(),
        ledger.facts().size(),
        expected.size(),
        Math.toIntExact(
            ledger.facts().values().stream().filter(one -> isUnderWay(one, stored)).count()),
        differences);
  }

  private static List<String> buckets(Map<String, Bucket> expected, Map<String, Bucket> held) {
    Set<String> codes = new TreeSet<>(expected.keySet());
    codes.addAll(held.keySet());
    return codes.stream()
        .filter(
            code ->
                !expected
                    .getOrDefault(code, Bucket.EMPTY)
                    .equals(held.getOrDefault(code, Bucket.EMPTY)))
        .map(code -> "bucket " + code)
        .toList();
  }

  private static List<String> cases(
      Map<String, CaseFacts> expected, Map<String, CaseFacts> stored) {
    return stored.entrySet().stream()
        .filter(
            one -> {
              CaseFacts right = expected.get(one.getKey());
              return right == null || (!isUnderWay(right, stored) && !right.equals(one.getValue()));
            })
        .map(one -> "case " + one.getKey())
        .toList();
  }

  private static boolean isUnderWay(CaseFacts right, Map<String, CaseFacts> stored) {
    CaseFacts held = stored.get(right.caseId().toString());
    return held == null || held.sequence() < right.sequence();
  }

  private Map<String, CaseFacts> stored() {
    Map<String, CaseFacts> stored = new HashMap<>();
    new TopicToItsEnd(broker, StreamSettings.changelog(network, Stores.CASE_FACTS))
        .readAll(
            record -> {
              String key = new String(record.key(), StandardCharsets.UTF_8);
              if (record.value() == null) {
                stored.remove(key);
              } else {
                stored.put(key, FactsBytes.decode(record.value()));
              }
            });
    return stored;
  }
}
