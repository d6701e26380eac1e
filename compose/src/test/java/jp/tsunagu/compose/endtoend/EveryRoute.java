package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.contract.testing.Patience.SOON;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route of a service, from its OpenAPI document, called with one token: what it answers, byte
 * for byte. Streams of events are no answers; they are told by {@link #streams()}.
 */
final class EveryRoute {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final String STREAM = "text/event-stream";

  private final HttpClient http;
  private final URI base;
  private final String token;
  private final Map<String, String> variables;
  private final List<Route> routes;

  private record Route(String method, String path, boolean isStream, List<JsonNode> required) {}

  private EveryRoute(
      HttpClient http, URI base, String token, Map<String, String> variables, List<Route> routes) {
    this.http = http;
    this.base = base;
    this.token = token;
    this.variables = variables;
    this.routes = routes;
  }

  /**
   * The routes of the service at this address.
   *
   * @param variables what stands in paths, by name; what is not named gets a 1
   */
  static EveryRoute of(HttpClient http, URI base, String token, Map<String, String> variables)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v3/api-docs")).build();
    HttpResponse<String> document = http.send(request, BodyHandlers.ofString());
    List<Route> routes = new ArrayList<>();
    JsonMapper.shared()
        .readTree(document.body())
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            routes.add(route(path.getKey(), method.getKey(), method.getValue()))));
    return new EveryRoute(http, base, token, variables, routes);
  }

  private static Route route(String path, String method, JsonNode operation) {
    boolean isStream =
        operation
            .path("responses")
            .valueStream()
            .anyMatch(answer -> answer.path("content").has(STREAM));
    List<JsonNode> required =
        operation
            .path("parameters")
            .valueStream()
            .filter(each -> each.path("in").asString().equals("query"))
            .filter(each -> each.path("required").asBoolean())
            .toList();
    return new Route(method, path, isStream, required);
  }

  /**
   * What each answers to these variables beside the usual ones; by method and path as described.
   */
  SortedMap<String, String> answers(Map<String, String> more)
      throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(variables);
    all.putAll(more);
    SortedMap<String, String> answers = new TreeMap<>();
    for (Route route : routes) {
      boolean reads = route.method().equals("get");
      boolean names = more.keySet().stream().anyMatch(name -> route.path().contains("{" + name));
      if (!route.isStream() && (names || (reads && more.isEmpty()))) {
        answers.put(route.method() + " " + base.getPort() + route.path(), answer(route, all));
      }
    }
    return answers;
  }

  /** The addresses of the streams of events. */
  List<URI> streams() {
    return routes.stream()
        .filter(Route::isStream)
        .map(route -> URI.create(base + filled(route.path(), variables)))
        .toList();
  }

  private String answer(Route route, Map<String, String> all)
      throws IOException, InterruptedException {
    String query =
        route.required().stream().map(EveryRoute::parameter).collect(Collectors.joining("&"));
    URI address =
        URI.create(base + filled(route.path(), all) + (query.isEmpty() ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(SOON)
            .header("Authorization", "Bearer " + token)
            .header("If-Match", "*")
            .header("Content-Type", "application/json");
    HttpRequest sent =
        route.method().equals("get")
            ? request.GET().build()
            : request
                .method(route.method().toUpperCase(Locale.ROOT), BodyPublishers.ofString("{}"))
                .build();
    HttpResponse<byte[]> response = http.send(sent, BodyHandlers.ofByteArray());
    String headers =
        Stream.of("ETag", "Retry-After", "Content-Type")
            .map(name -> response.headers().firstValue(name).orElse(""))
            .collect(Collectors.joining(" "));
    return response.statusCode()
        + " "
        + headers
        + " "
        + new String(response.body(), StandardCharsets.ISO_8859_1);
  }

  private static String filled(String path, Map<String, String> variables) {
    return VARIABLE.matcher(path).replaceAll(found -> variables.getOrDefault(found.group(1), "1"));
  }

  private static String parameter(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    String value =
        schema.path("enum").size() > 0
            ? schema.path("enum").get(0).asString()
            : schema.path("type").asString().equals("integer") ? "2026" : "now/all";
    return parameter.path("name").asString() + "=" + value;
  }
}
