package jp.tsunagu.stats.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.contract.testing.FreePort;
import jp.tsunagu.contract.testing.OwnJvm;
import jp.tsunagu.stats.StreamStats;
import org.apache.kafka.streams.state.HostInfo;

/** The application as a process of its own, which can be killed like one. */
public final class StatsProcess {

  /** A small virtual machine that starts quickly. */
  static final List<String> SMALL = OwnJvm.command("400m");

  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private StatsProcess(Process process, int port) {
    this.process = process;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Starts it; instances of one network know each other by their token. */
  static StatsProcess start(CityBroker city, Path stateDirectory, String instance)
      throws IOException {
    return start(city, stateDirectory, instance, SMALL);
  }

  /** Starts it with this command of a virtual machine, and more settings of its own. */
  public static StatsProcess start(
      CityBroker city,
      Path stateDirectory,
      String instance,
      List<String> virtualMachine,
      String... more)
      throws IOException {
    int port = FreePort.any();
    Path log = Files.createDirectories(Path.of("target")).resolve("killed-stats.log");
    List<String> command = new ArrayList<>(virtualMachine);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            StreamStats.class.getName(),
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--tsunagu.advertised=127.0.0.1:" + port,
            "--spring.kafka.bootstrap-servers=" + city.servers(),
            "--tsunagu.network-id=" + city.network,
            "--tsunagu.instance=" + instance,
            "--tsunagu.replication-factor=1",
            "--tsunagu.publish-interval=0",
            "--tsunagu.stats.peer-token=" + RunningStats.PEER_TOKEN,
            "--tsunagu.callers[0].role=manager",
            "--tsunagu.callers[0].token-sha256=" + sha256OfManagerToken(),
            "--tsunagu.state-dir=" + stateDirectory));
    command.addAll(List.of(more));
    return new StatsProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start(),
        port);
  }

  /** Where it listens. */
  public HostInfo address() {
    return new HostInfo("127.0.0.1", port);
  }

  /** Its number in the operating system. */
  public long pid() {
    return process.pid();
  }

  /** What it answers; empty while it does not listen. */
  public Optional<HttpResponse<String>> get(String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer manager-token")
            .build();
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException notListening) {
      return Optional.empty();
    }
  }

  /** Like kill -9: nothing is flushed, closed or said. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the process cannot be killed");
    }
  }

  private static String sha256OfManagerToken() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest("manager-token".getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
