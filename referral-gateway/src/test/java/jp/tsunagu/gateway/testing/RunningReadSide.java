package jp.tsunagu.gateway.testing;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.gateway.view.Answer;
import jp.tsunagu.gateway.view.CaseIndex;
import jp.tsunagu.gateway.view.Views;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.directory.DirectoryConfiguration;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The read side of the gateway over a real broker, on a free port, without the processor. */
public final class RunningReadSide implements AutoCloseable {

  /** Where agencies' windows are said to stand. */
  public static final String WINDOW = "http://window.example.jp";

  private final EmbeddedBroker broker;
  private final TestLedger ledger;
  private final NetworkId network;
  private ConfigurableApplicationContext context;

  private RunningReadSide(EmbeddedBroker broker) {
    this.broker = broker;
    this.network = broker.newNetwork("yui");
    ledger = new TestLedger(broker.bootstrapServers(), network);
    context = run(broker.bootstrapServers(), network);
  }

  /** On the broker of all tests, with its topics and directory there, and ready. */
  public static RunningReadSide start() {
    RunningReadSide readSide = new RunningReadSide(EmbeddedBroker.shared());
    readSide.ledger.createTopics();
    readSide.ledger.publishDirectory();
    readSide.awaitReady();
    return readSide;
  }

  /** On a broker of its own, before the gateway's topics exist. */
  public static RunningReadSide startOnAnEmptyBroker() {
    return new RunningReadSide(EmbeddedBroker.start());
  }

  /** Stops the gateway and starts it anew; the broker keeps what it has. */
  public void restart() {
    context.close();
    context = run(broker.bootstrapServers(), network);
  }

  public EmbeddedBroker broker() {
    return broker;
  }

  public TestLedger ledger() {
    return ledger;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** Where it answers. */
  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  /** A client without a token. */
  public RestTestClient stranger() {
    return RestTestClient.bindToServer().baseUrl(url()).build();
  }

  /** A client of a person of the desk. */
  public RestTestClient deskPerson(String name) {
    return clientOf(url(), DeskPeople.PREFIX + name);
  }

  /** A client with the token of an agency. */
  public RestTestClient agency(AgencyId agency) {
    return client(agency.value());
  }

  public RestTestClient desk() {
    return client("desk-role");
  }

  public RestTestClient manager() {
    return client("manager");
  }

  public RestTestClient protectionOfficer() {
    return client("protection");
  }

  /**
   * Writes these households and waits until everything of them is read: a case's events, what of
   * them is withheld and its state come by three topics, each in its own time.
   */
  public void tell(Household... households) {
    ledger.write(households);
    Views views = bean(Views.class);
    for (Household household : households) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(views.events(household.caseId()))
                    .isEqualTo(new Answer.Found<>(household.events()));
                assertThat(views.cases().then(cases -> sequence(cases, household)))
                    .isEqualTo(new Answer.Found<>(household.state().sequence()));
              });
    }
  }

  private static Answer<Long> sequence(CaseIndex cases, Household household) {
    return cases
        .find(household.caseId())
        .<Answer<Long>>map(state -> new Answer.Found<>(state.sequence()))
        .orElseGet(Answer.NotFound::new);
  }

  public void awaitReady() {
    await().atMost(SOON).until(() -> bean(Views.class).isReady());
  }

  @Override
  public void close() {
    context.close();
    ledger.close();
    broker.close();
  }

  private static RestTestClient clientOf(String url, String token) {
    return RestTestClient.bindToServer()
        .baseUrl(url)
        .defaultHeader("Authorization", "Bearer " + token)
        .build();
  }

  private RestTestClient client(String role) {
    return clientOf(url(), role + "-token");
  }

  private static ConfigurableApplicationContext run(String bootstrapServers, NetworkId network) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.config.name", "read-side-under-test");
    settings.put("spring.main.banner-mode", "off");
    settings.put("server.port", "0");
    settings.put("server.address", "127.0.0.1");
    settings.put("spring.kafka.bootstrap-servers", bootstrapServers);
    settings.put("network-under-test", network.value());
    settings.put("tsunagu.site.window", WINDOW);
    caller(settings, 0, "desk", null, "desk-role-token");
    caller(settings, 1, "manager", null, "manager-token");
    caller(settings, 2, "protection", null, "protection-token");
    List<AgencyId> agencies = SampleNetwork.connectors();
    for (int place = 0; place < agencies.size(); place++) {
      String agency = agencies.get(place).value();
      caller(settings, place + 3, "agency", agency, agency + "-token");
    }
    return new SpringApplicationBuilder(ReadSide.class, DeskPeople.class)
        .properties(settings)
        .run();
  }

  private static void caller(
      Map<String, Object> settings, int place, String role, @Nullable String agency, String token) {
    String prefix = "tsunagu.callers[" + place + "].";
    settings.put(prefix + "role", role);
    settings.put(prefix + "token-sha256", sha256(token));
    if (agency != null) {
      settings.put(prefix + "agency", agency);
    }
  }

  private static String sha256(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException(exception);
    }
  }

  /** Not annotated as configuration, so that the whole gateway's scan does not find it. */
  @EnableAutoConfiguration
  @Import(DirectoryConfiguration.class)
  @ComponentScan({
    "jp.tsunagu.gateway.view",
    "jp.tsunagu.gateway.web",
    "jp.tsunagu.gateway.registry"
  })
  static class ReadSide {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    Topics topics(@Value("${network-under-test}") String network) {
      return new Topics(new NetworkId(network));
    }

    @Bean
    Codec codec() {
      return Codec.standard();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    FollowedDirectory directory(Topics topics, BrokerAccess broker, Codec codec) {
      return new FollowedDirectory(topics, broker, codec);
    }
  }
}
