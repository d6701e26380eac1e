package jp.tsunagu.gateway.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.runtime.aside.KnownAside;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * How the parts of the gateway do, as its health tells it, and the keys that agencies announced. No
 * part of it names a case.
 */
@Component
final class PartsOfOperation {

  private static final String ASIDE = "aside";
  private static final Map<String, String> NAMES =
      Map.of(
          "broker",
          "ブローカーとの接続",
          "directory",
          "名簿の読み取り",
          "network",
          "連絡の処理とトピック",
          "views",
          "画面のための読み取り",
          ASIDE,
          "取り置き");

  /** What tells of the machine, and names places on it. */
  private static final Set<String> OF_THE_MACHINE = Set.of("diskSpace", "ssl", "ping");

  private final Map<String, HealthIndicator> indicators;

  PartsOfOperation(Map<String, HealthIndicator> indicators) {
    this.indicators = Map.copyOf(indicators);
  }

  /**
   * A part, such as the topics that are followed.
   *
   * @param isWell whether it does what it should
   * @param said what it tells of itself, a line each
   */
  record Part(String name, boolean isWell, List<String> said) {}

  /**
   * The key of an agency, to be compared by telephone.
   *
   * @param fingerprint in groups of four; none where nothing was announced
   * @param newer how many keys were announced beside the first, to be looked at
   */
  record Key(String agency, @Nullable String fingerprint, int newer) {}

  /** All parts, those that do not do well first. */
  List<Part> parts(KnownAside aside) {
    return indicators.entrySet().stream()
        .filter(each -> OF_THE_MACHINE.stream().noneMatch(each.getKey()::startsWith))
        .map(each -> part(each.getKey(), each.getValue(), aside))
        .filter(part -> !part.said().isEmpty() || !part.isWell())
        .sorted(Comparator.comparing(Part::isWell).thenComparing(Part::name))
        .toList();
  }

  /** The keys with which agencies sign what they announce. */
  static List<Key> keys(NetworkDirectory directory) {
    return directory.agencies().stream().map(agency -> key(agency, directory)).toList();
  }

  private static Key key(Agency agency, NetworkDirectory directory) {
    List<SigningKey> all =
        directory.announced(agency.agencyId()).map(AgencyKeys::signingKeys).orElse(List.of());
    return new Key(
        agency.name(),
        all.isEmpty() ? null : Fingerprint.of(all.getFirst().publicKey()).grouped(),
        Math.max(0, all.size() - 1));
  }

  private static Part part(String bean, HealthIndicator indicator, KnownAside aside) {
    String name = name(bean);
    Health health = indicator.health();
    boolean well = health == null || health.getStatus().equals(Status.UP);
    Map<String, Object> details = health == null ? Map.of() : health.getDetails();
    return new Part(
        NAMES.getOrDefault(name, name),
        well,
        name.equals(ASIDE) ? ofAside(aside) : HealthWords.of(details));
  }

  /** Its health names cases, which not everybody here may know of. */
  private static List<String> ofAside(KnownAside aside) {
    return List.of(
        "人が決めるのを待つもの " + aside.openCount() + "件",
        "待つ記録が多く、次の起動で読み直すもの " + aside.readAtNextStart().size() + "件");
  }

  private static String name(String bean) {
    return bean.replace("HealthIndicator", "")
        .replace("HealthContributor", "")
        .replace("Health", "");
  }
}
