package jp.tsunagu.connector;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/**
 * The connector of one agency, or of many. It reads {@code agency-connector.yaml}; inside a larger
 * process it is started with {@code SpringApplicationBuilder(AgencyConnector.class)} and {@code
 * spring.config.name=agency-connector}.
 */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class AgencyConnector {

  /** Starts the connector; it runs until SIGTERM. */
  public static void main(String[] arguments) {
    System.setProperty("spring.config.name", "agency-connector");
    SpringApplication.run(AgencyConnector.class, arguments);
  }
}
