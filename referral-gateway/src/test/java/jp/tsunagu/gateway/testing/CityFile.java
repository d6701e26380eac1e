package jp.tsunagu.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.network.NetworkFile;

/** The {@code network.yaml} of the tests' small city, with a network id of one's own. */
public final class CityFile {

  private CityFile() {}

  /** Writes it into a folder of its own below {@code target}. */
  public static Path of(NetworkId network) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "cities").toAbsolutePath());
      Path file = Files.createTempDirectory(parent, network + "-").resolve("network.yaml");
      return Files.writeString(
          file, Files.readString(original()).replace("id: city\n", "id: " + network + "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("no network.yaml", e);
    }
  }

  /** What it says. */
  public static NetworkConfiguration configuration(NetworkId network) {
    return switch (NetworkFile.read(of(network))) {
      case NetworkFile.Usable usable -> usable.configuration();
      case NetworkFile.Unusable unusable ->
          throw new IllegalStateException(unusable.report().toString());
    };
  }

  private static Path original() {
    try {
      return Path.of(Objects.requireNonNull(CityFile.class.getResource("/network.yaml")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
