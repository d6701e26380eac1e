package jp.tsunagu.stats.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.report.Window.Range;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Figures and facts of the whole network: the parts of this instance and those of the others, put
 * together. Unless every partition of the ledger is there, and only once, nobody guesses.
 */
public final class FigureView {

  private final Supplier<Optional<StreamHandle>> stream;
  private final Peers peers;

  /** A view of the stream as it runs at each question. */
  public FigureView(Supplier<Optional<StreamHandle>> stream, Peers peers) {
    this.stream = stream;
    this.peers = peers;
  }

  /** The buckets of a range, as this audience gets them. */
  public Answer<Map<BucketKey, Bucket>> buckets(Range range, Audience audience) {
    return whole(
            handle -> Optional.of(LocalParts.figures(handle, range)),
            peer -> peers.figures(peer, range),
            Bucket::plus)
        .then(held -> new Answer.Found<>(audience.of(byKey(held.values()))));
  }

  /**
   * What is made of the facts of all cases of which this audience gets figures. They are read one
   * after the other and never all held.
   */
  public <R> Answer<R> ofFacts(Audience audience, Function<Iterable<CaseFacts>, R> made) {
    Optional<StreamHandle> handle = stream.get();
    if (handle.isEmpty()) {
      return Answer.soon();
    }
    return whole(LocalParts::partitions, peers::facts, (one, _) -> one)
        .then(
            held -> {
              try (FactsReading reading = new FactsReading(handle.get(), held, audience)) {
                R result = made.apply(reading);
                return reading.isStillWhole() ? new Answer.Found<>(result) : Answer.soon();
              } catch (InvalidStateStoreException moving) {
                return Answer.soon();
              }
            });
  }

  /** Whether questions get an answer now. */
  public boolean isReady() {
    return buckets(Range.now(), Audience.EVERYBODY) instanceof Answer.Found;
  }

  /** The rules by which the figures are counted. */
  public Answer<FigureRules> rules() {
    return stream
        .get()
        .<Answer<FigureRules>>map(handle -> new Answer.Found<>(handle.rules()))
        .orElseGet(Answer::soon);
  }

  /** The figures that this instance alone holds, for another one. */
  public Answer<Held<Map<Integer, Long>>> ownFigures(Range range) {
    return own(handle -> Optional.of(LocalParts.figures(handle, range).with(Bucket::codedCells)));
  }

  /** The facts that this instance alone holds, for another one. */
  public Answer<Held<byte[]>> ownFacts() {
    return own(LocalParts::facts);
  }

  private <V> Answer<Held<V>> own(Function<StreamHandle, Optional<Held<V>>> local) {
    return stream
        .get()
        .flatMap(local)
        .<Answer<Held<V>>>map(Answer.Found::new)
        .orElseGet(Answer::soon);
  }

  private <V> Answer<Held<V>> whole(
      Function<StreamHandle, Optional<Held<V>>> local,
      Function<HostInfo, Optional<Held<V>>> remote,
      BinaryOperator<V> sum) {
    Optional<StreamHandle> handle = stream.get();
    Optional<Held<V>> held = handle.flatMap(local);
    if (handle.isEmpty() || held.isEmpty()) {
      return Answer.soon();
    }
    for (HostInfo peer : others(handle.get(), held.get())) {
      Optional<Held<V>> part = remote.apply(peer);
      held = held.flatMap(own -> part.flatMap(more -> own.and(more, sum)));
    }
    return held.filter(all -> all.covers(handle.get().end().partitions()))
        .<Answer<Held<V>>>map(Answer.Found::new)
        .orElseGet(Answer::soon);
  }

  /** Who has, as far as is known here, a partition that is not here. */
  private static List<HostInfo> others(StreamHandle handle, Held<?> here) {
    if (here.covers(handle.end().partitions())) {
      return List.of();
    }
    return handle.streams().metadataForAllStreamsClients().stream()
        .filter(one -> !one.hostInfo().equals(handle.self()))
        .filter(
            one ->
                one.topicPartitions().stream()
                    .map(TopicPartition::partition)
                    .anyMatch(partition -> !here.offsets().containsKey(partition)))
        .map(StreamsMetadata::hostInfo)
        .toList();
  }

  private static Map<BucketKey, Bucket> byKey(Map<String, Bucket> byCode) {
    Map<BucketKey, Bucket> buckets = new HashMap<>();
    byCode.forEach((code, bucket) -> buckets.put(BucketKey.of(code), bucket));
    return buckets;
  }
}
