package jp.tsunagu.stats.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.stream.Stream;
import jp.tsunagu.contract.testing.FreePort;
import jp.tsunagu.stats.StreamStats;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The application in this JVM, asked over HTTP. */
public final class RunningStats implements AutoCloseable {

  static final String PEER_TOKEN = "peers-of-test";

  private final HttpClient client = HttpClient.newHttpClient();
  final ConfigurableApplicationContext context;
  private final String base;

  public RunningStats(CityBroker city, Path stateDir, Clock clock) {
    this(city, stateDir, clock, "stats-1");
  }

  /** One of several. */
  RunningStats(CityBroker city, Path stateDir, Clock clock, String instance, String... more) {
    int port = FreePort.any();
    context =
        StreamStats.application()
            .web(WebApplicationType.SERVLET)
            .registerShutdownHook(false)
            .initializers(started -> started.getBeanFactory().registerSingleton("testClock", clock))
            .run(arguments(city, stateDir, instance, port, more));
    base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  private static String[] arguments(
      CityBroker city, Path stateDir, String instance, int port, String... more) {
    return Stream.concat(
            Stream.of(
                "--server.port=" + port,
                "--tsunagu.advertised=127.0.0.1:" + port,
                "--tsunagu.instance=" + instance,
                "--server.address=127.0.0.1",
                "--server.shutdown=immediate",
                "--spring.jmx.enabled=false",
                "--spring.kafka.bootstrap-servers=" + city.servers(),
                "--tsunagu.network-id=" + city.network,
                "--tsunagu.state-dir=" + stateDir,
                "--tsunagu.replication-factor=1",
                "--tsunagu.publish-interval=300ms",
                "--tsunagu.stats.peer-token=" + PEER_TOKEN,
                caller(0, "desk"),
                "--tsunagu.callers[0].role=desk",
                caller(1, "hokatsu"),
                "--tsunagu.callers[1].role=agency",
                "--tsunagu.callers[1].agency=hokatsu"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static String caller(int number, String who) {
    return "--tsunagu.callers[" + number + "].token-sha256=" + sha256(who + "-token");
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  HostInfo address() {
    return HostInfo.buildFromEndpoint(base.substring("http://".length()));
  }

  public HttpResponse<String> get(String who, String path) {
    return ask(request(who, path).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String who, String path) {
    return ask(request(who, path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  public HttpRequest.Builder request(String who, String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + who + "-token");
  }

  public <T> HttpResponse<T> ask(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    context.close();
  }
}
