package jp.tsunagu.stats.configuration;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideConfiguration;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.caller.CallerSettings.Entry;
import jp.tsunagu.runtime.caller.CallerSettings.Role;
import jp.tsunagu.runtime.caller.MoreCallers;
import jp.tsunagu.runtime.caller.Scope;
import jp.tsunagu.runtime.caller.TokenHash;
import jp.tsunagu.runtime.directory.DirectoryConfiguration;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.stats.directory.Choices;
import jp.tsunagu.stats.publish.FigureGauges;
import jp.tsunagu.stats.publish.Publisher;
import jp.tsunagu.stats.publish.Results;
import jp.tsunagu.stats.run.ChangeFeed;
import jp.tsunagu.stats.run.PeerChanges;
import jp.tsunagu.stats.run.StatsEngine;
import jp.tsunagu.stats.stream.StreamSettings;
import jp.tsunagu.stats.view.FigureView;
import jp.tsunagu.stats.view.Peers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the statistics together. */
@Configuration(proxyBeanMethods = false)
@Import({AsideConfiguration.class, DirectoryConfiguration.class})
@EnableConfigurationProperties({
  InterfaceProperties.class,
  StatsProperties.class,
  TableProperties.class
})
class StatsSetup {

  @Bean
  ChangeFeed changeFeed(MeterRegistry registry) {
    return new ChangeFeed(registry);
  }

  /** The directory teaches it what newer programs write. */
  @Bean
  Codec codec() {
    return Codec.standard();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  FollowedDirectory followedDirectory(
      StatsProperties properties, BrokerAccess broker, Codec codec) {
    return new FollowedDirectory(new Topics(properties.network()), broker, codec);
  }

  /** Started and closed with the engine. */
  @Bean(destroyMethod = "")
  AsideTopic asideTopic(StatsProperties properties, BrokerAccess broker, Clock clock) {
    return new AsideTopic(new Topics(properties.network()).aside(Party.STATS), broker, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  StatsEngine statsEngine(
      StatsProperties properties,
      BrokerAccess broker,
      Clock clock,
      Codec codec,
      FollowedDirectory directory,
      AsideTopic aside,
      ChangeFeed feed) {
    StreamSettings settings =
        new StreamSettings(
            broker,
            properties.network(),
            properties.stateDir(),
            properties.instance(),
            properties.advertised(),
            new StreamSettings.Sizes(
                properties.threads(), properties.standbyReplicas(), properties.replicationFactor()),
            Math.toIntExact(properties.commitInterval().toMillis()));
    return new StatsEngine(settings, clock, codec, directory, aside, feed);
  }

  @Bean
  Peers peers(InterfaceProperties properties, SslBundles bundles) {
    String trusted = properties.peerSslBundle();
    return new Peers(
        properties.peerToken(),
        trusted == null ? null : bundles.getBundle(trusted).createSslContext());
  }

  /** The other instances know each other by one token. */
  @Bean
  MoreCallers instances(Peers peers) {
    String token = peers.token();
    return () ->
        token == null
            ? List.of()
            : List.of(new Entry(Role.PEER, null, null, TokenHash.hex(token), null, Scope.READ));
  }

  @Bean
  FigureView figureView(StatsEngine engine, Peers peers) {
    return new FigureView(engine, peers);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  PeerChanges peerChanges(StatsEngine engine, Peers peers, ChangeFeed feed) {
    return new PeerChanges(engine, peers, feed);
  }

  @Bean
  Choices choices(TableProperties tables) {
    return tables.choices();
  }

  @Bean
  FigureGauges figureGauges(FigureView view, MeterRegistry registry, Clock clock) {
    return new FigureGauges(view, registry, clock);
  }

  @Bean
  Results results(FigureView view, FollowedDirectory directory, Choices choices, Clock clock) {
    return new Results(view, directory, choices, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Publisher publisher(
      StatsProperties properties, BrokerAccess broker, Results results, FigureGauges gauges) {
    return new Publisher(
        broker, properties.network(), properties.publishInterval(), results, gauges);
  }

  /** Up once every number that is asked for is right. */
  @Bean
  HealthIndicator figuresHealthIndicator(FigureView view, StatsEngine engine) {
    return () ->
        (view.isReady() ? Health.up() : Health.outOfService())
            .withDetail("trouble", engine.trouble().orElse(""))
            .build();
  }
}
