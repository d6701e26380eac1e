package jp.tsunagu.gateway.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.gateway.configuration.GatewayProperties;
import jp.tsunagu.gateway.directory.DirectoryPublisher;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.topic.TopicBoard;
import jp.tsunagu.gateway.topic.TopicKeeper;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.StreamRun;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the stream together. */
@Configuration(proxyBeanMethods = false)
class StreamSetup {

  @Bean
  Topics topics(NetworkConfiguration network) {
    return new Topics(network.settings().networkId());
  }

  @Bean
  TopicBoard topicBoard() {
    return new TopicBoard();
  }

  @Bean(destroyMethod = "close")
  Admin brokerAdmin(BrokerAccess broker) {
    return broker.admin("topics");
  }

  @Bean
  GatewayMetrics gatewayMetrics(MeterRegistry registry) {
    return new GatewayMetrics(registry);
  }

  @Bean
  GatewayParts gatewayParts(
      NetworkConfiguration network,
      Topics topics,
      Codec codec,
      FollowedDirectory directory,
      TopicBoard board,
      Clock clock,
      GatewayMetrics metrics) {
    return new GatewayParts(
        network,
        topics,
        codec,
        new UsableDirectory(directory, board),
        board::canReach,
        clock,
        metrics);
  }

  /** Starts while the rest of the application is still being put together: every second counts. */
  @Bean(initMethod = "start")
  GatewayEngine gatewayEngine(
      GatewayParts parts,
      GatewayProperties properties,
      BrokerAccess broker,
      Admin admin,
      TopicBoard board,
      FollowedDirectory directory) {
    TopicKeeper keeper =
        new TopicKeeper(
            admin, parts.network(), properties.createTopics(), properties.replicationFactor());
    return new GatewayEngine(
        parts.network(),
        keeper,
        board,
        directory,
        new DirectoryPublisher(broker, parts.topics(), parts.codec()),
        onTrouble -> run(parts, properties, broker, board, onTrouble),
        properties.topicCheckInterval(),
        parts.clock());
  }

  @Bean
  StartAgainstDirectory startAgainstDirectory(GatewayEngine engine) {
    return new StartAgainstDirectory(engine);
  }

  private static StreamRun run(
      GatewayParts parts,
      GatewayProperties properties,
      BrokerAccess broker,
      TopicBoard board,
      Runnable onTrouble) {
    return StreamRun.of(
        broker,
        GatewayTopology.build(parts),
        StreamSettings.of(properties, parts.network().settings()),
        new CheckedClients(() -> soundOutboxes(parts.topics(), board)),
        () -> {
          parts.metrics().streamThreadReplaced();
          onTrouble.run();
        });
  }

  private static double unreadCommands(StreamRun run) {
    return run.recordsBehind(topic -> topic.contains(".outbox."));
  }

  private static Set<String> soundOutboxes(Topics topics, TopicBoard board) {
    return board.report().usable().stream()
        .map(agency -> topics.outbox(agency).name())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Bean
  NetworkHealth networkHealthIndicator(GatewayEngine engine, TopicBoard board) {
    return new NetworkHealth(engine, board);
  }

  @Bean
  Gauge setAsideAgencies(MeterRegistry registry, TopicBoard board) {
    return Gauge.builder(
            "tsunagu.gateway.agencies.set.aside",
            board,
            shown -> shown.report().ofAgencies().size())
        .description("Faulty topics of agencies: their referrals wait, nobody else's do")
        .register(registry);
  }

  @Bean
  Gauge recordsBehind(MeterRegistry registry, GatewayEngine engine) {
    return Gauge.builder(
            "tsunagu.gateway.records.behind",
            engine,
            running -> running.run().map(StreamSetup::unreadCommands).orElse(0.0))
        .description("Commands in outboxes that have not been read yet")
        .register(registry);
  }
}
