package jp.tsunagu.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that does not open, as a process leaves it that is killed while it removes one. */
class SteadyStreamTest {

  private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "f");

  private final EmbeddedBroker server = EmbeddedBroker.shared();
  private final String network = server.newNetwork("steady-stream").value();
  private final BrokerAccess broker = BrokerAccess.plain("test", server.bootstrapServers());
  private final Set<String> troubles = ConcurrentHashMap.newKeySet();

  @TempDir private Path state;

  /** What is wrong with the files of a store. */
  private enum Damage {
    /** What a killed removal leaves: it took the manifest first, its name is still there. */
    HALF_REMOVED {
      @Override
      void to(Path store) throws IOException {
        for (Path file : files(store, "MANIFEST-")) {
          Files.delete(file);
        }
      }
    },
    CURRENT_OVERWRITTEN {
      @Override
      void to(Path store) throws IOException {
        Files.writeString(store.resolve("CURRENT"), "no manifest");
      }
    },
    LOCK_THAT_CANNOT_BE_TAKEN {
      @Override
      void to(Path store) throws IOException {
        Files.deleteIfExists(store.resolve("LOCK"));
        Files.createDirectory(store.resolve("LOCK"));
      }
    };

    abstract void to(Path store) throws IOException;

    private static List<Path> files(Path store, String beginning) throws IOException {
      try (Stream<Path> all = Files.list(store)) {
        return all.filter(file -> file.getFileName().toString().startsWith(beginning)).toList();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_a_store_held_is_there_again_though_its_files_do_not_open(Damage damage)
      throws IOException {
    server.make(new NewTopic(topic(), 1, (short) 1));
    write();
    try (SteadyStream stream = steady()) {
      awaitValues(stream);
    }
    Path another = Files.createDirectories(state.resolve("another-application/0_0"));
    damage.to(state.resolve(network).resolve("0_0/rocksdb/last"));
    try (SteadyStream stream = steady()) {
      awaitValues(stream);
      await().atMost(SOON).until(() -> look(stream).trouble().isEmpty());
    }
    assertThat(another).as("what is not of this application").exists();
    assertThat(troubles)
        .anySatisfy(told -> assertThat(told).contains(network, "has stopped", "RocksDBException"))
        .anySatisfy(told -> assertThat(told).contains(network, "is built anew"));
  }

  /** Kafka's iterator would end there without a word. */
  @Test
  void whoever_goes_through_a_store_finds_all_of_it_though_a_bit_of_its_files_has_changed()
      throws IOException {
    server.make(new NewTopic(topic(), 1, (short) 1));
    write();
    try (SteadyStream stream = steady()) {
      awaitValues(stream);
    }
    flipABit(state.resolve(network).resolve("0_0/rocksdb/last"));
    try (SteadyStream stream = steady()) {
      await().atMost(SOON).until(() -> keys(look(stream)).equals(Optional.of(KEYS)));
    }
    assertThat(troubles)
        .anySatisfy(told -> assertThat(told).contains("is not as it was written", "is built anew"));
  }

  /** In the first block of its largest table, where the values are. */
  private static void flipABit(Path store) throws IOException {
    Path table;
    try (Stream<Path> files = Files.list(store)) {
      table =
          files
              .filter(file -> file.toString().endsWith(".sst"))
              .max(Comparator.comparingLong(file -> file.toFile().length()))
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(table);
    bytes[10] ^= 1;
    Files.write(table, bytes);
  }

  private static Optional<List<String>> keys(SteadyStream stream) {
    return asked(
        stream,
        store -> {
          List<String> keys = new ArrayList<>();
          try (KeyValueIterator<String, String> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
          }
          return keys;
        });
  }

  @Test
  void a_life_that_has_ended_to_make_place_for_another_is_followed_at_once() {
    server.make(new NewTopic(topic(), 1, (short) 1));
    write();
    try (SteadyStream stream = steady()) {
      awaitValues(stream);
      StreamRun first = stream.run().orElseThrow();
      stream.endLife();
      awaitValues(stream);
      assertThat(stream.run()).isPresent().get().isNotSameAs(first);
      assertThat(troubles).isEmpty();
    }
  }

  private SteadyStream steady() {
    return new SteadyStream(Duration.ofMillis(50), Duration.ofMillis(200));
  }

  /** One look, as who owns it takes again and again. */
  private SteadyStream look(SteadyStream stream) {
    stream.lookAfter();
    if (stream.isDue()) {
      stream.begin(StreamRun.of(broker, topology(), settings(), () -> {}));
    }
    stream.trouble().ifPresent(troubles::add);
    return stream;
  }

  private void awaitValues(SteadyStream stream) {
    await()
        .atMost(SOON)
        .until(() -> KEYS.stream().allMatch(key -> value(look(stream), key).isPresent()));
  }

  private static Optional<String> value(SteadyStream stream, String key) {
    return asked(stream, store -> store.get(key));
  }

  private static <T> Optional<T> asked(
      SteadyStream stream, Function<ReadOnlyKeyValueStore<String, String>, T> question) {
    try {
      return stream
          .run()
          .map(StreamRun::streams)
          .filter(run -> run.state() == KafkaStreams.State.RUNNING)
          .map(
              run ->
                  question.apply(
                      run.store(
                          StoreQueryParameters.fromNameAndType(
                              "last", QueryableStoreTypes.keyValueStore()))));
    } catch (InvalidStateStoreException moving) {
      return Optional.empty();
    }
  }

  private void write() {
    var producers = broker.producers("values", Map.of());
    try (var producer = producers.createProducer()) {
      KEYS.forEach(
          key -> {
            var _ =
                producer.send(
                    new ProducerRecord<>(topic(), key.getBytes(UTF_8), "value".getBytes(UTF_8)));
          });
      producer.flush();
    } finally {
      producers.destroy();
    }
  }

  private String topic() {
    return network + ".values";
  }

  private Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.table(
        topic(), Consumed.with(Serdes.String(), Serdes.String()), Materialized.as("last"));
    return builder.build();
  }

  private Map<String, Object> settings() {
    return Map.of(
        StreamsConfig.APPLICATION_ID_CONFIG,
        network,
        StreamsConfig.STATE_DIR_CONFIG,
        state.toString(),
        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
        StreamsConfig.EXACTLY_ONCE_V2,
        StreamsConfig.mainConsumerPrefix("auto.offset.reset"),
        "earliest",
        StreamsConfig.mainConsumerPrefix("group.instance.id"),
        network + ".one");
  }
}
