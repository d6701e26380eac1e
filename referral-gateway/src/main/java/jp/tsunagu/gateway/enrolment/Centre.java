package jp.tsunagu.gateway.enrolment;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.network.NetworkFile;
import jp.tsunagu.runtime.start.Faults;
import jp.tsunagu.runtime.start.StartRefused;

/**
 * Where the agencies of a network are enrolled: one folder with {@code centre.properties}. Places
 * in it are counted from the folder.
 *
 * @param servers host:port of the brokers as the agencies reach them
 * @param authority the certificate by which agencies believe the brokers, as PEM
 * @param kafka settings of Kafka's own by which the centre reaches the brokers; whoever they stand
 *     for may say who may do what
 */
record Centre(
    Path folder,
    NetworkConfiguration city,
    String servers,
    String authority,
    Map<String, String> kafka) {
  static final String FILE = "centre.properties";

  private static final String KAFKA = "kafka.";

  Centre {
    kafka = Map.copyOf(kafka);
  }

  /**
   * Reads it.
   *
   * @throws StartRefused with every fault, in Japanese
   */
  static Centre read(Path folder) {
    var set = properties(folder.resolve(FILE));
    var faults = new Faults();
    require(faults, set, "network-file", "市の構成ファイル", "network.yaml");
    require(faults, set, "servers", "機関から見たブローカーの場所", "kafka-1:9092,kafka-2:9092");
    require(faults, set, "authority", "ブローカーの証明書を確かめる認証局の証明書", "authority.pem");
    require(faults, set, KAFKA + "bootstrap.servers", "中央から見たブローカーの場所", "kafka-1:9094");
    faults.refuseIfAny();
    return new Centre(
        folder,
        NetworkFile.usable(folder.resolve(set.getProperty("network-file"))),
        set.getProperty("servers"),
        pem(folder.resolve(set.getProperty("authority"))),
        set.stringPropertyNames().stream()
            .filter(name -> name.startsWith(KAFKA))
            .collect(Collectors.toMap(name -> name.substring(KAFKA.length()), set::getProperty)));
  }

  private static void require(
      Faults faults, Properties set, String name, String meaning, String example) {
    var value = set.getProperty(name);
    if (value == null || value.isBlank()) {
      faults.add(
          "%s に %s がありません。%sを %s=%s の形で書いてください。".formatted(FILE, name, meaning, name, example));
    }
  }

  private static Properties properties(Path file) {
    try {
      var set = new Properties();
      set.load(new StringReader(Files.readString(file)));
      return set;
    } catch (IOException | IllegalArgumentException _) {
      throw StartRefused.because(
          "%s を読めません。--centre に中央のフォルダーを指定し、その中に %s を置いてください。".formatted(file, FILE));
    }
  }

  private static String pem(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      throw StartRefused.because("%s の authority のファイルを読めません。場所と権限を確かめてください。".formatted(FILE));
    }
  }

  NetworkId network() {
    return city.settings().networkId();
  }

  /** Everyone with a connector, the desk too. */
  List<AgencyId> everyone() {
    return city.agenciesWithConnector().stream().map(Agency::agencyId).toList();
  }

  /** Where it is noted who is enrolled. */
  Register register() {
    return new Register(folder.resolve("enrolled"));
  }
}
