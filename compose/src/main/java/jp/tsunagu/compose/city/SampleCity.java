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
 * The sample cities that the single-JVM run can start with. The usual one is after 立川市: six areas,
 * five agencies of five kinds and the coordination desk, named here for the replay. Their tokens
 * are public and only for trying out.
 */
public final class SampleCity {
  /** The city of who says nothing. */
  public static final String USUAL = "tachikawa";

  /**
   * The cities one can choose: after 立川市, and one for each way of running meetings (国分寺市, 江戸川区,
   * 狛江市). Each name is its network's id.
   */
  public static final List<String> NAMES = List.of(USUAL, "kokubunji", "edogawa", "komae");

  /** Prefix of every topic of the usual city. */
  public static final NetworkId NETWORK = new NetworkId(USUAL);

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

  /** Bearer token of the protection officer (保護担当) at the gateway. */
  public static final String PROTECTION_TOKEN = "protection-sample";

  /** By which processes of the statistics, and a recount, know each other. */
  public static final String PEER_TOKEN = "peer-sample";

  private SampleCity() {}

  /** Everyone with a connector: the five agencies and the desk. */
  public static List<AgencyId> everyone() {
    return Stream.concat(AGENCIES.stream(), Stream.of(DESK)).toList();
  }

  /** Bearer token of an agency of this city, at its connector and at the gateway. */
  public static String tokenOf(AgencyId agency) {
    return agency.value() + "-sample";
  }

  /** Writes the usual city's network.yaml unless there is one: an operator may have changed it. */
  public static void writeUnlessThere(Path file) {
    writeUnlessThere(USUAL, file);
  }

  /**
   * Writes a city's network.yaml unless there is one: an operator may have changed it.
   *
   * @param name one of {@link #NAMES}
   */
  public static void writeUnlessThere(String name, Path file) {
    if (Files.exists(file)) {
      return;
    }
    var resource = "/cities/" + name + "/network.yaml";
    try (InputStream city = SampleCity.class.getResourceAsStream(resource)) {
      if (city == null) {
        throw new IllegalStateException("the program lacks " + resource);
      }
      Files.copy(city, file);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }
}
