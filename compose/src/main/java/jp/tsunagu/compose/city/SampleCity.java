package jp.tsunagu.compose.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;

/**
 * The network that the single-JVM run starts with: after 立川市, six areas, five agencies of five
 * kinds and the coordination desk. Its tokens are public and only for trying out.
 */
public final class SampleCity {
  /** Prefix of every topic. */
  public static final NetworkId NETWORK = new NetworkId("tachikawa");

  /** 地域包括支援センター. */
  public static final AgencyId HOKATSU = new AgencyId("hokatsu");

  /** 障害者相談支援センター. */
  public static final AgencyId SHOGAI_SOUDAN = new AgencyId("shogai-soudan");

  /** 子ども家庭支援センター. */
  public static final AgencyId KODOMO_KATEI = new AgencyId("kodomo-katei");

  /** くらし・しごとサポートセンター. */
  public static final AgencyId KONKYU_MADOGUCHI = new AgencyId("konkyu-madoguchi");

  /** 社会福祉協議会. */
  public static final AgencyId SHAKYO = new AgencyId("shakyo");

  /** 相談支援包括化推進員. */
  public static final AgencyId DESK = new AgencyId("desk");

  /** The five consulting agencies, without the desk. */
  public static final List<AgencyId> AGENCIES =
      List.of(HOKATSU, SHOGAI_SOUDAN, KODOMO_KATEI, KONKYU_MADOGUCHI, SHAKYO);

  /** Bearer token of a manager (課長) at the gateway. */
  public static final String MANAGER_TOKEN = "manager-sample";

  private static final String FILE = "/cities/tachikawa/network.yaml";

  private SampleCity() {}

  /** Everyone with a connector: the five agencies and the desk. */
  public static List<AgencyId> everyone() {
    return Stream.concat(AGENCIES.stream(), Stream.of(DESK)).toList();
  }

  /** Bearer token of an agency of this city, at its connector and at the gateway. */
  public static String tokenOf(AgencyId agency) {
    return agency.value() + "-sample";
  }

  /** Writes the city's network.yaml unless the file is there: an operator may have changed it. */
  public static void writeUnlessThere(Path file) {
    if (Files.exists(file)) {
      return;
    }
    try (InputStream city = SampleCity.class.getResourceAsStream(FILE)) {
      if (city == null) {
        throw new IllegalStateException("the program lacks " + FILE);
      }
      Files.copy(city, file);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }
}
