package jp.tsunagu.stats;

import java.io.IOException;
import jp.tsunagu.runtime.doctor.Doctor;
import jp.tsunagu.stats.doctor.StatsDoctor;
import jp.tsunagu.stats.recount.RebuildCommand;
import jp.tsunagu.stats.recount.RecountCommand;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The statistics of a network. Needs {@code spring.kafka.bootstrap-servers} and {@code
 * tsunagu.network-id}; everything else has a default (stream-stats.yml) or comes from the network's
 * directory.
 */
@SpringBootApplication
public class StreamStats {

  /**
   * The application before it runs, with its own configuration name, so that several services can
   * stand in one JVM. A {@code java.time.Clock} bean among added sources takes the place of the
   * system's.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(StreamStats.class)
        .bannerMode(Banner.Mode.OFF)
        .properties("spring.config.name=stream-stats");
  }

  /** Starts it as a process of its own, or does what the first word says. */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case RecountCommand.NAME -> {
        withoutLog();
        System.exit(RecountCommand.run(arguments));
      }
      case RebuildCommand.NAME -> {
        withoutLog();
        System.exit(RebuildCommand.run(arguments));
      }
      case Doctor.NAME -> System.exit(StatsDoctor.run(arguments));
      default -> application().run(arguments);
    }
  }

  /** A command tells its result and nothing else. */
  private static void withoutLog() {
    LoggingSystem.get(StreamStats.class.getClassLoader()).beforeInitialize();
  }
}
