package jp.tsunagu.compose.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A service whose README tells its settings. */
enum Service {
  GATEWAY("referral-gateway", "jp.tsunagu.gateway", "referral-gateway.yml", false, false),
  CONNECTOR("agency-connector", "jp.tsunagu.connector", "agency-connector.yaml", true, true),
  SCHEDULER("meeting-scheduler", "jp.tsunagu.scheduler", "meeting-scheduler.yml", false, true),
  STATISTICS("stream-stats", "jp.tsunagu.stats", "stream-stats.yml", false, false);

  private static final String SHARED = "jp.tsunagu.runtime";
  private static final String MAIL = "tsunagu.mail.";

  private final String module;
  private final String root;
  private final String defaults;
  private final boolean database;
  private final boolean mails;

  Service(String module, String root, String defaults, boolean database, boolean mails) {
    this.module = module;
    this.root = root;
    this.defaults = defaults;
    this.database = database;
    this.mails = mails;
  }

  /** Its folder, which is also the name of its configuration. */
  String module() {
    return module;
  }

  /** The file of its defaults on the class path. */
  String defaults() {
    return defaults;
  }

  Path readme() {
    return Path.of("..", module, "README.md");
  }

  /** Where its own code stands. */
  Path sources() {
    return Path.of("..", module, "src/main/java");
  }

  /** First what Spring Boot is told, then its own, by name. */
  List<Setting> settings(SpringSettings spring) {
    Stream<Setting> ofSpring =
        Stream.concat(
            spring.everywhere(this).stream(),
            database ? spring.withDatabase(this).stream() : Stream.empty());
    Stream<Setting> own =
        OwnSettings.below(root, SHARED).stream()
            .filter(setting -> mails || !setting.name().startsWith(MAIL));
    return Stream.concat(ofSpring, own).toList();
  }
}
