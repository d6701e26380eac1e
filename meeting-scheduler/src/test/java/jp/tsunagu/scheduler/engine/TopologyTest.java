package jp.tsunagu.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.scheduler.meeting.Known;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology as it is deployed, and what it does with bytes that are no command. */
class TopologyTest {
  private static final Path APPROVED = Path.of("src/test/resources/topology.approved.txt");
  private static final Instant NOW = Instant.parse("2026-09-08T08:15:00Z");

  private static SchedulerParts parts() {
    NetworkId network = new NetworkId("yui");
    Supplier<Known> nothing = () -> new Known(NetworkDirectory.EMPTY, Map.of(), NOW);
    return new SchedulerParts(
        network,
        new Topics(network),
        Codec.standard(),
        nothing,
        Clock.fixed(NOW, ZoneOffset.UTC),
        Duration.ZERO,
        Duration.ofSeconds(1),
        new SchedulerMetrics(new SimpleMeterRegistry()));
  }

  @Test
  void its_names_are_pinned_because_changelogs_carry_them() throws IOException {
    assertThat(SchedulerTopology.build(parts()).describe().toString())
        .isEqualTo(Files.readString(APPROVED));
  }

  @Test
  void bytes_that_are_no_command_go_to_the_dead_letters_with_the_reason(@TempDir Path state) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "yui.meeting-scheduler");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    Topics topics = new Topics(new NetworkId("yui"));
    try (var driver = new TopologyTestDriver(SchedulerTopology.build(parts()), settings, NOW)) {
      driver
          .createInputTopic(
              topics.meetingCommands().name(), new ByteArraySerializer(), new ByteArraySerializer())
          .pipeInput(new byte[] {1}, new byte[] {9, 9});
      driver.advanceWallClockTime(Duration.ofSeconds(5));
      var dead =
          driver.createOutputTopic(
              topics.deadLetters().name(),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer());
      assertThat(dead.readRecordsToList())
          .singleElement()
          .satisfies(
              record ->
                  assertThat(
                          new String(
                              record.headers().lastHeader("dlq-reason").value(),
                              StandardCharsets.UTF_8))
                      .isEqualTo("NOT_FRAMED"));
      assertThat(List.of(driver.producedTopicNames()))
          .containsExactly(Set.of(topics.deadLetters().name()));
    }
  }
}
