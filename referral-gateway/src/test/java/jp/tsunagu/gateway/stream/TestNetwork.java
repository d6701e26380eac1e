package jp.tsunagu.gateway.stream;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.network.NetworkFile;

/** The small city of the tests. */
final class TestNetwork {
  static final AgencyId HOKATSU = new AgencyId("hokatsu");
  static final AgencyId SHOGAI = new AgencyId("shogai");
  static final AgencyId KONKYU = new AgencyId("konkyu");
  static final AgencyId DESK = new AgencyId("desk");

  private TestNetwork() {}

  static Path file() {
    try {
      URL resource = TestNetwork.class.getResource("/network.yaml");
      return Path.of(Objects.requireNonNull(resource).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static NetworkConfiguration configuration() {
    return switch (NetworkFile.read(file())) {
      case NetworkFile.Usable usable -> usable.configuration();
      case NetworkFile.Unusable unusable ->
          throw new IllegalStateException(unusable.report().toString());
    };
  }
}
