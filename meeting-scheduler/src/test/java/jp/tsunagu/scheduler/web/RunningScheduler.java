package jp.tsunagu.scheduler.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.runtime.caller.TokenHash;
import jp.tsunagu.scheduler.MeetingScheduler;
import jp.tsunagu.scheduler.engine.RealNetwork;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application in this JVM, asked over HTTP: the token of each system is its name, those of
 * people are told by {@link MeetingPeople}.
 */
final class RunningScheduler implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext context;

  RunningScheduler(RealNetwork network, Path state) {
    context =
        MeetingScheduler.application()
            .sources(MeetingPeople.class)
            .registerShutdownHook(false)
            .initializers(
                started -> started.getBeanFactory().registerSingleton("testClock", network.clock()))
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.shutdown=immediate",
                "--spring.kafka.bootstrap-servers=" + network.brokers(),
                "--tsunagu.network-id=" + network.id(),
                "--tsunagu.state-dir=" + state.resolve("streams"),
                "--tsunagu.people.folder=" + state.resolve("people"),
                "--tsunagu.replication-factor=1",
                "--tsunagu.callers[0].role=agency",
                "--tsunagu.callers[0].agency=shakyo",
                "--tsunagu.callers[0].token-sha256=" + TokenHash.hex("shakyo"),
                "--tsunagu.callers[1].role=agency",
                "--tsunagu.callers[1].agency=hokatsu",
                "--tsunagu.callers[1].token-sha256=" + TokenHash.hex("hokatsu"),
                "--tsunagu.callers[2].role=manager",
                "--tsunagu.callers[2].token-sha256=" + TokenHash.hex("manager"),
                "--tsunagu.callers[3].role=desk",
                "--tsunagu.callers[3].token-sha256=" + TokenHash.hex("window"),
                "--tsunagu.callers[4].role=protection",
                "--tsunagu.callers[4].token-sha256=" + TokenHash.hex("officer"));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  HttpResponse<String> get(String who, String path) {
    return send(request(who, path));
  }

  HttpResponse<String> post(String who, String path, String key, String body) {
    return send(
        request(who, path)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** As a browser asks for a page. */
  HttpResponse<String> page(String who, String path) {
    return send(request(who, path).header("Accept", "text/html"));
  }

  /** As a browser sends a form. */
  HttpResponse<String> form(String who, String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(who, path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String port() {
    return context.getEnvironment().getRequiredProperty("local.server.port");
  }

  HttpRequest.Builder request(String who, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .header("Authorization", "Bearer " + who);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
