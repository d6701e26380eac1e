package jp.tsunagu.compose.containers;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.compose.broker.FreePort;
import org.testcontainers.DockerClientFactory;

/**
 * The network of {@code compose.yaml} under a name of its own and on ports that are free, so that
 * it meets no other that runs here. Closing it forgets its data and what its images took the place
 * of; the images themselves are kept, so that the next run finds every step of them done.
 */
final class ComposeProject implements AutoCloseable {
  private static final Path FILE = Path.of("compose.yaml");
  private static final String VERSION = "test";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MINUTES = 15;
  private static final List<String> PUBLISHED =
      List.of(
          "GATEWAY",
          "GATEWAY_2",
          "SCHEDULER",
          "SCHEDULER_2",
          "STATS",
          "STATS_2",
          "HOKATSU",
          "SHOGAI_SOUDAN",
          "KODOMO_KATEI",
          "KONKYU_MADOGUCHI",
          "SHAKYO",
          "DESK",
          "LOGIN");

  /** Asks inside a container, where alone that is told. */
  private static final String HEALTH =
      "exec 3<>/dev/tcp/127.0.0.1/8090 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3";

  /**
   * The published image of the broker goes on where its directory is formatted already. The one
   * that stands in for it on machines without a registry would end there; it names no user.
   */
  private static final String STAND_IN =
      """
      services:
        kafka-1: &formatted-once
          command: ["bash", "-c", "sed '/^set -e$$/d' /etc/kafka/docker/run >/tmp/run && exec bash /tmp/run"]
        kafka-2: *formatted-once
        kafka-3: *formatted-once
      """;

  /**
   * Brokers that live for minutes: what the second compiler costs, they never get back. The last of
   * them has nobody left to whom it could hand over, and waits for that as long as it is let; and
   * whoever was revoked is cut off sooner.
   */
  private static final String SHORT_LIVED =
      """
      services:
        kafka-1: &short-lived
          stop_grace_period: 15s
          environment:
            JDK_JAVA_OPTIONS: "%s"
            KAFKA_CONNECTIONS_MAX_REAUTH_MS: 15000
        kafka-2: *short-lived
        kafka-3: *short-lived
      """
          .formatted(Image.SHORT_LIVED);

  private final String name = "tsunagu-test-" + UUID.randomUUID().toString().substring(0, 8);
  private final ComposeCommand command;
  private final List<String> files = new ArrayList<>(List.of("-f", FILE.toString()));
  private final Map<String, String> variables = new HashMap<>();
  private final BuiltImages images = new BuiltImages(VERSION);

  ComposeProject(ComposeCommand command, Path folder) throws IOException {
    this.command = command;
    variables.put("VERSION", VERSION);
    variables.put("JAVA_OPTIONS", Image.SHORT_LIVED);
    // the provider and the services know each other's addresses before anything runs
    for (var name : PUBLISHED) {
      variables.put(name + "_PORT", Integer.toString(FreePort.any()));
    }
    var login = "https://localhost:" + variables.get("LOGIN_PORT");
    variables.put("LOGIN_ISSUER", login);
    variables.put("LOGIN_AUTHORIZATION_URI", login + "/oauth2/authorize");
    variables.put("LOGIN_END_SESSION_URI", login + "/connect/logout");
    lay(folder.resolve("short-lived.yaml"), SHORT_LIVED);
    if (Image.BROKER.namesNoUser()) {
      lay(folder.resolve("stand-in.yaml"), STAND_IN);
    }
  }

  /** Over compose.yaml. */
  private void lay(Path file, String yaml) throws IOException {
    Files.writeString(file, yaml);
    files.addAll(List.of("-f", file.toString()));
  }

  /** Makes the images of the jars as they are now; one of those that share an image makes it. */
  void build() throws IOException {
    images.noteThoseBefore();
    compose("build", "gateway", "scheduler", "stats", "hokatsu", "login");
  }

  /** Starts everything and waits until all of it is healthy, or done where it ends by itself. */
  void up() throws IOException {
    compose("up", "-d");
    awaitHealth();
  }

  /** Starts one service anew and waits until all is healthy. */
  void restart(String service) throws IOException {
    compose("restart", service);
    awaitHealth();
  }

  /** Whoever starts it has made every container of it by then. */
  private void awaitHealth() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> !containers().isEmpty() && unhealthy().isEmpty());
  }

  /** Orders something at the centre, as a person does; gives what was printed. */
  String centre(String... words) throws IOException {
    return compose(
        Stream.concat(Stream.of("run", "-T", "--rm", "admit"), Stream.of(words))
            .toArray(String[]::new));
  }

  /** Runs one of a service's commands beside it, with its settings; gives how it ended. */
  ComposeCommand.Ended command(String service, String... words) throws IOException {
    return ended(
        Stream.concat(Stream.of("run", "-T", "--rm", "--no-deps", service), Stream.of(words))
            .toArray(String[]::new));
  }

  /** Which of these places, such as {@code hokatsu-database/5432}, a service can connect to. */
  List<String> reached(String service, List<String> places) throws IOException {
    var each =
        "for place in %s; do (timeout 5 bash -c \"exec 3<>/dev/tcp/$place\" 2>/dev/null"
            + " && echo $place) & done; wait";
    return compose("exec", "-T", service, "bash", "-c", each.formatted(String.join(" ", places)))
        .lines()
        .toList();
  }

  /** Where a service stands in a network of Docker's. */
  String number(String service) {
    return inspected(container(service)).getNetworkSettings().getNetworks().values().stream()
        .map(ContainerNetwork::getIpAddress)
        .findFirst()
        .orElseThrow();
  }

  /** Kills services as they stand. */
  void kill(String... services) throws IOException {
    compose(Stream.concat(Stream.of("kill"), Stream.of(services)).toArray(String[]::new));
  }

  /** Stops everything and removes the containers; the volumes stay. */
  void down() throws IOException {
    compose("down");
  }

  /** Where a service is reached from here. */
  URI address(String service) {
    var variable = service.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    return URI.create("https://localhost:" + Objects.requireNonNull(variables.get(variable)));
  }

  /** What a service says of itself, which is told inside its container alone. */
  String health(String service) throws IOException {
    return compose("exec", "-T", service, "bash", "-c", HEALTH);
  }

  /** A file of a container's. */
  String read(String service, String file) throws IOException {
    return compose("exec", "-T", service, "cat", file);
  }

  /** The certificate of the network's authority, as a person copies it out. */
  String authority() throws IOException {
    return read("gateway", "/run/tsunagu/authority.pem");
  }

  private Container container(String service) {
    return containers().stream()
        .filter(found -> service.equals(serviceOf(found)))
        .findFirst()
        .orElseThrow();
  }

  private List<String> unhealthy() {
    return containers().stream()
        .filter(container -> !isWell(inspected(container).getState()))
        .map(ComposeProject::serviceOf)
        .toList();
  }

  private List<Container> containers() {
    return DockerClientFactory.lazyClient()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(Map.of("com.docker.compose.project", name))
        .exec();
  }

  private static String serviceOf(Container container) {
    return Objects.requireNonNull(container.getLabels().get("com.docker.compose.service"));
  }

  private static boolean isWell(InspectContainerResponse.ContainerState state) {
    var health = state.getHealth();
    return health == null
        ? "exited".equals(state.getStatus()) && Objects.equals(state.getExitCodeLong(), 0L)
        : "healthy".equals(health.getStatus());
  }

  private static InspectContainerResponse inspected(Container container) {
    return DockerClientFactory.lazyClient().inspectContainerCmd(container.getId()).exec();
  }

  private String compose(String... arguments) throws IOException {
    var ended = ended(arguments);
    if (ended.code() != 0) {
      var logs = ended("logs", "--no-color", "--tail=20").printed();
      throw new AssertionError(String.join(" ", arguments) + ": " + ended.printed() + logs);
    }
    return ended.printed();
  }

  private ComposeCommand.Ended ended(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("-p", name));
    all.addAll(files);
    all.addAll(List.of(arguments));
    return command.run(all, variables, MINUTES);
  }

  @Override
  public void close() throws IOException {
    compose("kill");
    compose("down", "--volumes", "--remove-orphans");
    images.removeThoseReplaced();
  }
}
