package jp.tsunagu.connector;

import jp.tsunagu.connector.doctor.ConnectorDoctor;
import jp.tsunagu.runtime.doctor.Doctor;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/**
 * The connector of one agency, or of many. It reads {@code agency-connector.yaml}; what must be set
 * is told where it is missing.
 */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class AgencyConnector {

  /**
   * The application before it runs, with its own configuration name, so that several services can
   * stand in one JVM. A {@code java.time.Clock} bean among added sources takes the place of the
   * system's.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(AgencyConnector.class)
        .bannerMode(Banner.Mode.OFF)
        .properties("spring.config.name=agency-connector");
  }

  /** Starts the connector, which runs until SIGTERM, or looks whether it can work here. */
  public static void main(String[] arguments) {
    if (Doctor.isAskedFor(arguments)) {
      System.exit(ConnectorDoctor.run(arguments));
    }
    application().run(arguments);
  }
}
