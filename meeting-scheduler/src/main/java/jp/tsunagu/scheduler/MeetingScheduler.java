package jp.tsunagu.scheduler;

import jp.tsunagu.runtime.doctor.Doctor;
import jp.tsunagu.scheduler.doctor.SchedulerDoctor;
import jp.tsunagu.scheduler.recount.RecountCommand;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Builds the agendas of the network's meetings. Needs {@code spring.kafka.bootstrap-servers} and
 * {@code tsunagu.network-id}; everything else has a default (meeting-scheduler.yml). Bodies,
 * members and holidays come from the network's directory.
 */
@SpringBootApplication
public class MeetingScheduler {

  /**
   * The application before it runs, with its own configuration name, so that several services can
   * stand in one JVM. A {@code java.time.Clock} bean among added sources takes the place of the
   * system's.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(MeetingScheduler.class)
        .bannerMode(Banner.Mode.OFF)
        .properties("spring.config.name=meeting-scheduler");
  }

  /** Starts it as a process of its own, or does what the first word says. */
  public static void main(String[] arguments) throws InterruptedException {
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case RecountCommand.NAME -> {
        withoutLog();
        System.exit(RecountCommand.run(arguments));
      }
      case Doctor.NAME -> System.exit(SchedulerDoctor.run(arguments));
      default -> application().run(arguments);
    }
  }

  /** A command tells its result and nothing else. */
  private static void withoutLog() {
    LoggingSystem.get(MeetingScheduler.class.getClassLoader()).beforeInitialize();
  }
}
