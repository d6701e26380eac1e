package jp.tsunagu.stats.view;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.report.Window.Range;
import jp.tsunagu.stats.stream.FactsBytes;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Figures and facts of the whole network: the parts of this instance and those of the others, added
 * up. If any partition is nowhere, or anybody is not ready, nobody guesses.
 */
public final class FigureView {

  /** Where an instance tells another what it holds. */
  public static final String PARTS = "/internal/parts";

  private final Supplier<Optional<StreamHandle>> stream;
  private final LocalStores local;
  private final Peers peers;

  /** A view of the stream as it runs at each question. */
  public FigureView(Supplier<Optional<StreamHandle>> stream, Peers peers) {
    this.stream = stream;
    this.local = new LocalStores(stream);
    this.peers = peers;
  }

  /** The buckets of a range. */
  public Answer<Map<BucketKey, Bucket>> buckets(Range range) {
    Buckets.Sum sum = new Buckets.Sum();
    boolean whole = local.buckets(range, sum) && addOthers(query(range), sum);
    return whole ? new Answer.Found<>(sum.sums()) : Answer.soon();
  }

  /** The facts of all cases, as statistics may use them: protected ones withheld. */
  public Answer<List<CaseFacts>> facts() {
    AgencyId desk = stream.get().map(handle -> handle.rules().desk()).orElse(AgencyId.WITHHELD);
    List<CaseFacts> facts = new ArrayList<>();
    BiConsumer<String, byte[]> reader =
        (_, bytes) -> facts.add(FactsBytes.decode(bytes).asPublished(desk));
    boolean whole = local.facts(reader) && addOthers("", reader);
    return whole ? new Answer.Found<>(facts) : Answer.soon();
  }

  /** Whether questions get an answer now. */
  public boolean isReady() {
    return buckets(Range.now()) instanceof Answer.Found;
  }

  /** The rules by which the figures are counted. */
  public Answer<FigureRules> rules() {
    return stream
        .get()
        .<Answer<FigureRules>>map(handle -> new Answer.Found<>(handle.rules()))
        .orElseGet(Answer::soon);
  }

  /** What this instance alone holds, for another one. */
  public Answer<byte[]> parts(Optional<Range> range) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BiConsumer<String, byte[]> writer = (key, value) -> Buckets.write(out, key, value);
    boolean ready =
        range.map(wanted -> local.buckets(wanted, writer)).orElseGet(() -> local.facts(writer));
    return ready ? new Answer.Found<>(out.toByteArray()) : Answer.soon();
  }

  private boolean addOthers(String query, BiConsumer<String, byte[]> reader) {
    Optional<StreamHandle> handle = stream.get();
    if (handle.isEmpty()) {
      return false;
    }
    Collection<StreamsMetadata> all = handle.get().streams().metadataForAllStreamsClients();
    if (!everyPartitionIsSomewhere(handle.get(), all)) {
      return false;
    }
    for (HostInfo peer : others(handle.get(), all)) {
      Optional<byte[]> part = peers.ask(peer, PARTS + query);
      if (part.isEmpty()) {
        return false;
      }
      Buckets.read(part.get(), reader);
    }
    return true;
  }

  private static boolean everyPartitionIsSomewhere(
      StreamHandle handle, Collection<StreamsMetadata> all) {
    Set<Integer> assigned = new HashSet<>();
    all.stream()
        .flatMap(one -> one.topicPartitions().stream())
        .map(TopicPartition::partition)
        .forEach(assigned::add);
    return assigned.containsAll(handle.end().lastOffsets().keySet());
  }

  private static List<HostInfo> others(StreamHandle handle, Collection<StreamsMetadata> all) {
    Set<TopicPartition> here = new HashSet<>();
    handle.streams().metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .forEach(task -> here.addAll(task.topicPartitions()));
    return all.stream()
        .filter(one -> !one.topicPartitions().isEmpty())
        .filter(one -> one.topicPartitions().stream().noneMatch(here::contains))
        .map(StreamsMetadata::hostInfo)
        .toList();
  }

  private static String query(Range range) {
    return "?from=" + encoded(range.from()) + "&until=" + encoded(range.until());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
