package jp.tsunagu.compose.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.compose.run.Hook;
import jp.tsunagu.contract.id.AgencyId;

/**
 * The web server of the agencies whose systems are told of news by HTTP; up before the connector
 * is, so that its address can be configured. While an agency's system is not there yet the
 * connector gets 503 and tries again.
 */
final class WebhookEars implements Ear {
  private static final String SECRET = "sample-webhook-secret";
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, SimulatedSystem> systems = new ConcurrentHashMap<>();
  private final WebhookSignature signature = new WebhookSignature(SECRET);

  WebhookEars() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException exception) {
      throw new UncheckedIOException("no port for the webhooks", exception);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** What the connector is configured with for these agencies. */
  Map<AgencyId, Hook> hooks(List<AgencyId> agencies) {
    return agencies.stream().collect(Collectors.toMap(Function.identity(), this::hook));
  }

  private Hook hook(AgencyId agency) {
    var port = server.getAddress().getPort();
    return new Hook(URI.create("http://127.0.0.1:" + port + "/" + agency), SECRET);
  }

  /** From now on this system is told. */
  void connect(SimulatedSystem system) {
    systems.put("/" + system.client().agency(), system);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(answer(exchange), NO_BODY);
    }
  }

  private int answer(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var system = systems.get(exchange.getRequestURI().getPath());
    if (system == null) {
      return 503;
    }
    var fits =
        signature.fits(
            header(exchange, "webhook-id"),
            header(exchange, "webhook-timestamp"),
            body,
            header(exchange, "webhook-signature"));
    if (!fits) {
      return 401;
    }
    system.told(News.parse(new String(body, StandardCharsets.UTF_8)));
    return 204;
  }

  private static String header(HttpExchange exchange, String name) {
    var value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
