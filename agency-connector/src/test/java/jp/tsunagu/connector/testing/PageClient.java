package jp.tsunagu.connector.testing;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;

/**
 * Uses the window of an agency over HTTP as a browser without scripts does; follows no redirect.
 */
public final class PageClient implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestApi api;

  /** Pages of this connector. */
  public PageClient(TestApi api) {
    this.api = api;
  }

  /** GET. */
  public HttpResponse<String> get(AgencyId agency, String path) {
    return send(request(agency, path));
  }

  /** POST of a form. */
  public HttpResponse<String> post(AgencyId agency, String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(agency, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The same form with this in it. */
  public static Map<String, String> with(Map<String, String> form, String name, String value) {
    return Stream.concat(
            form.entrySet().stream().filter(entry -> !entry.getKey().equals(name)),
            Stream.of(Map.entry(name, value)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Where an answer leads to; empty where it leads nowhere. */
  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private HttpRequest.Builder request(AgencyId agency, String path) {
    return HttpRequest.newBuilder(api.uri(path))
        .timeout(Duration.ofSeconds(40))
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .header("Authorization", "Bearer " + agency + "-sample");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new IllegalStateException("no answer", failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
