package jp.tsunagu.connector.testing;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.tsunagu.connector.AgencyConnector;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.testing.ProblemShape;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connector with its web side, hosting two agencies and the desk; the test plays the gateway. */
public final class TestApi implements AutoCloseable {

  /** An agency that sends. */
  public static final AgencyId HIGASHI = new AgencyId("hokatsu-higashi");

  /** An agency that receives. */
  public static final AgencyId SHAKYO = new AgencyId("shakyo");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestNetwork network = new TestNetwork(HIGASHI, SHAKYO);
  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final int port;

  /** Starts it; tokens are {@code <agencyId>-sample}. */
  public TestApi(Path directory, Map<String, String> more) {
    Map<String, Object> settings =
        TestConnector.settings(
            network.address(),
            TestPostgres.freshDatabase(),
            directory,
            List.of(HIGASHI, SHAKYO, TestNetwork.DESK));
    // nobody answers while a page waits: the test plays the gateway afterwards
    settings.put("tsunagu.connector.page-wait", "100ms");
    settings.putAll(more);
    for (int i = 0; i < 3; i++) {
      String id = (String) settings.get("tsunagu.connector.agencies[" + i + "].id");
      settings.put("tsunagu.connector.agencies[" + i + "].token-sha256[0]", sha256(id + "-sample"));
    }
    List<String> arguments = new ArrayList<>();
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    context =
        new SpringApplicationBuilder(AgencyConnector.class, TestPeople.class)
            .properties("spring.config.name=agency-connector")
            .run(arguments.toArray(String[]::new));
    port =
        Integer.parseInt(
            Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    for (AgencyId agency : List.of(HIGASHI, SHAKYO, TestNetwork.DESK)) {
      await().atMost(SOON).until(() -> !network.outbox(agency).isEmpty());
      network.publishKeysOf(agency);
    }
  }

  /** The network, to play the gateway with. */
  public TestNetwork network() {
    return network;
  }

  /** Any bean of the connector. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** What monitoring is told. */
  public Health health(String name) {
    return Objects.requireNonNull(context.getBean(name, HealthIndicator.class).health());
  }

  /** An answer as text. */
  public record Reply(int status, HttpResponse<String> response) {

    /** A member of the JSON body. */
    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** A header; empty if absent. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The body. */
    public String body() {
      return response.body();
    }
  }

  /** A request of this agency to its own API. */
  public HttpRequest.Builder request(AgencyId agency, String path) {
    return request(agency + "-sample", "/agencies/" + agency + "/api" + path);
  }

  /** A request with this token to any path. */
  public HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(40))
        .header("Authorization", "Bearer " + token);
  }

  /** GET with this token from the API of an agency. */
  public Reply get(String token, AgencyId agency, String path) {
    return send(request(token, "/agencies/" + agency + "/api" + path).build());
  }

  /** Any path of the connector. */
  public URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** GET. */
  public Reply get(AgencyId agency, String path) {
    return send(request(agency, path).build());
  }

  /** POST with a new key. */
  public Reply post(AgencyId agency, String path, String body) {
    return post(agency, path, UUID.randomUUID().toString(), body);
  }

  /** POST with this key. */
  public Reply post(AgencyId agency, String path, String key, String body) {
    return send(posting(agency, path, body).header("Idempotency-Key", key).build());
  }

  /** POST without key. */
  public HttpRequest.Builder posting(AgencyId agency, String path, String body) {
    return request(agency, path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
  }

  /** Sends it. */
  public Reply send(HttpRequest request) {
    Reply reply = exchange(request);
    if (reply.status() >= 400) {
      ProblemShape.ofBody(reply.body(), reply.status());
    }
    return reply;
  }

  private Reply exchange(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reply(response.statusCode(), response);
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The commands of a case in an agency's outbox topic, in order; receipts are none. */
  public List<Object> commands(AgencyId agency, CaseId caseId) {
    return network.outbox(agency).stream()
        .filter(sent -> sent.key().equals(caseId.toString()))
        .map(TestNetwork.Sent::value)
        .filter(CaseCommand.class::isInstance)
        .toList();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    context.close();
    network.close();
    client.close();
  }
}
