package jp.tsunagu.contract.topic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;

/** Every topic of the catalogue once, with placeholders as documents write them. */
final class CatalogueTopics {
  private static final String NETWORK = "some-network";
  private static final String AGENCY = "some-agency";
  private static final String STATISTIC = "some-statistic";

  private CatalogueTopics() {}

  static List<Topic> all() {
    Topics topics = new Topics(new NetworkId(NETWORK));
    return Stream.of(
            topics.of(new AgencyId(AGENCY)), topics.shared(), List.of(topics.stats(STATISTIC)))
        .flatMap(List::stream)
        .toList();
  }

  /** The name with its variable parts in these brackets. */
  static String name(Topic topic, String open, String close) {
    return topic
        .name()
        .replace(NETWORK, open + "network" + close)
        .replace(AGENCY, open + "agencyId" + close)
        .replace(STATISTIC, open + "statistic" + close);
  }

  /** The sealed interface through which a topic carries this record, or the record itself. */
  static String typeOf(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .filter(Class::isSealed)
        .findFirst()
        .map(CatalogueTopics::typeOf)
        .orElse(type.getSimpleName());
  }
}
