package jp.tsunagu.stats.view;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.report.Window.Range;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other instances of this application.
 *
 * @param token what they know each other by; without one they do not talk
 * @param trust by which certificates they believe each other; none means that they talk without TLS
 */
public record Peers(@Nullable String token, @Nullable SSLContext trust, HttpClient client) {

  /** Where instances talk to each other, and nobody else. */
  public static final String DOOR = "/internal/**";

  /** Where an instance tells another which figures it holds. */
  public static final String FIGURES = "/internal/figures";

  /** Where an instance tells another which facts it holds. */
  public static final String FACTS = "/internal/facts";

  /** Where an instance tells another which of its figures changed. */
  public static final String CHANGES = "/internal/changes";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Held<Map<Integer, Long>>> OF_FIGURES =
      new TypeReference<>() {};
  private static final TypeReference<Held<byte[]>> OF_FACTS = new TypeReference<>() {};
  private static final TypeReference<ChangesHere> OF_CHANGES = new TypeReference<>() {};
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Those with this token, by TLS where there is something to trust. */
  public Peers(@Nullable String token, @Nullable SSLContext trust) {
    this(token, trust, client(trust));
  }

  private static HttpClient client(@Nullable SSLContext trust) {
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
    return (trust == null ? client : client.sslContext(trust)).build();
  }

  /** The figures this peer holds; empty where it does not answer or is not ready. */
  Optional<Held<Bucket>> figures(HostInfo peer, Range range) {
    String query = "?from=" + encoded(range.from()) + "&until=" + encoded(range.until());
    return ask(peer, FIGURES + query, OF_FIGURES).map(held -> held.with(Bucket::ofCodedCells));
  }

  /** All figures of all of these partitions; empty where any is missing or held twice. */
  public Optional<Held<Bucket>> everything(List<HostInfo> instances, Set<Integer> partitions) {
    Optional<Held<Bucket>> held = Optional.of(Held.nothing());
    for (HostInfo instance : instances) {
      Optional<Held<Bucket>> part = figures(instance, Range.ALL);
      held = held.flatMap(all -> part.flatMap(more -> all.and(more, Bucket::plus)));
    }
    return held.filter(all -> all.covers(partitions));
  }

  /** The facts this peer holds; empty where it does not answer or is not ready. */
  Optional<Held<byte[]>> facts(HostInfo peer) {
    return ask(peer, FACTS, OF_FACTS);
  }

  /** What changed at this peer since this lot of this life; empty where it does not answer. */
  public Optional<ChangesHere> changes(HostInfo peer, String life, long seen) {
    return ask(peer, CHANGES + "?life=" + encoded(life) + "&seen=" + seen, OF_CHANGES);
  }

  private <T> Optional<T> ask(HostInfo peer, String pathAndQuery, TypeReference<T> type) {
    if (token == null) {
      return Optional.empty();
    }
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    (trust == null ? "http://" : "https://")
                        + peer.host()
                        + ":"
                        + peer.port()
                        + pathAndQuery))
            .timeout(PATIENCE.multipliedBy(4))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return response.statusCode() == 200
          ? Optional.of(JSON.readValue(response.body(), type))
          : Optional.empty();
    } catch (IOException | JacksonException away) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
