package jp.tsunagu.runtime.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.tsunagu.contract.testing.FreePort;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** A Keycloak in a process of its own, with one realm. */
public final class Keycloak implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String REALM = "yui";
  private static final String ADMINISTRATOR = "administrator";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder;
  private final int port;
  private Optional<Process> process = Optional.empty();

  /** Unpacked into this folder, not running yet. */
  public Keycloak(Path distribution, Path folder) throws IOException {
    this.folder = folder;
    this.port = FreePort.any();
    unpack(distribution);
  }

  /** Where its distribution is; empty where the build was not asked for it. */
  public static Optional<Path> distribution() {
    return Optional.ofNullable(System.getProperty("keycloak.distribution"))
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .filter(Files::isReadable);
  }

  /** Where everything of the realm stands. */
  public String issuer() {
    return "http://127.0.0.1:" + port + "/realms/" + REALM;
  }

  /**
   * Starts it with the realm of the tests, and waits until it answers.
   *
   * @param sites the address of each service by the name it has as a client
   */
  public void start(Map<String, String> sites) throws IOException {
    String client = resource("/keycloak-client.json");
    String clients =
        sites.entrySet().stream()
            .map(each -> client.replace("NAME", each.getKey()).replace("SITE", each.getValue()))
            .collect(Collectors.joining(","));
    start(resource("/keycloak-realm.json").replace("CLIENTS", clients));
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = Objects.requireNonNull(Keycloak.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void start(String realm) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("data/import")).resolve("realm.json"), realm);
    ProcessBuilder command =
        new ProcessBuilder(
            "bash",
            folder.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=http://127.0.0.1:" + port);
    command.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
    command.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx500m");
    command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
    command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR);
    Process started =
        command
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    process = Optional.of(started);
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> !started.isAlive() || answers());
    if (!started.isAlive()) {
      throw new IllegalStateException(Files.readString(folder.resolve("output.txt")));
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return get(issuer() + "/.well-known/openid-configuration", "").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** An account is switched off, as its administrator does it. */
  public void disable(String login) throws IOException, InterruptedException {
    String administration = "http://127.0.0.1:" + port + "/admin/realms/" + REALM + "/users";
    String token = administratorsToken();
    String found = get(administration + "?exact=true&username=" + login, token).body();
    String id = JsonMapper.shared().readTree(found).path(0).path("id").asString("");
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(administration + "/" + id))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"enabled\": false}"))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 204) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  private String administratorsToken() throws IOException, InterruptedException {
    String form =
        "grant_type=password&client_id=admin-cli&username="
            + ADMINISTRATOR
            + "&password="
            + ADMINISTRATOR;
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:"
                            + port
                            + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    return JsonMapper.shared().readTree(answer.body()).path("access_token").asString("");
  }

  private static HttpResponse<String> get(String address, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  /** What one service is told of it; the claims are those of the realm. */
  public List<String> settings(String client) {
    String protocol = issuer() + "/protocol/openid-connect";
    return List.of(
        "tsunagu.login.client-id=" + client,
        "tsunagu.login.client-secret=secret-of-" + client,
        "tsunagu.login.issuer=" + issuer(),
        "tsunagu.login.authorization-uri=" + protocol + "/auth",
        "tsunagu.login.token-uri=" + protocol + "/token",
        "tsunagu.login.jwk-set-uri=" + protocol + "/certs",
        "tsunagu.login.end-session-uri=" + protocol + "/logout",
        "tsunagu.login.person-claim=staff_number",
        "tsunagu.login.name-claim=display_name",
        "tsunagu.login.agency-claim=office.code",
        "tsunagu.login.roles-claim=realm_access.roles",
        "tsunagu.login.recheck=1s");
  }

  private void unpack(Path distribution) throws IOException {
    try (InputStream file = Files.newInputStream(distribution);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path inside = Path.of(entry.getName());
        if (!entry.isDirectory() && inside.getNameCount() > 1) {
          Path target = folder.resolve(inside.subpath(1, inside.getNameCount())).normalize();
          if (!target.startsWith(folder)) {
            throw new IOException(entry.getName() + " leads out of its folder");
          }
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
  }

  @Override
  public void close() {
    process.ifPresent(Keycloak::end);
  }

  private static void end(Process running) {
    running.descendants().forEach(ProcessHandle::destroyForcibly);
    running.destroyForcibly();
    try {
      running.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
