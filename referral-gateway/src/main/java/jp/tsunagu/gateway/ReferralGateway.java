package jp.tsunagu.gateway;

import java.util.Arrays;
import jp.tsunagu.gateway.doctor.GatewayDoctor;
import jp.tsunagu.gateway.enrolment.EnrolmentDesk;
import jp.tsunagu.gateway.recount.RecountCommand;
import jp.tsunagu.runtime.doctor.Doctor;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The network's door and judge. Needs {@code spring.kafka.bootstrap-servers} and {@code
 * tsunagu.network-file}; everything else has a default (referral-gateway.yml).
 */
@SpringBootApplication
public class ReferralGateway {

  /**
   * The application before it runs, with its own configuration name, so that several services can
   * stand in one JVM. A {@code java.time.Clock} bean among added sources takes the place of the
   * system's. Give settings as arguments of {@code run} ({@code --server.port=0}): the builder's
   * properties are defaults only, and referral-gateway.yml comes before them.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(ReferralGateway.class)
        .bannerMode(Banner.Mode.OFF)
        .properties("spring.config.name=referral-gateway");
  }

  /**
   * Starts the gateway as a process of its own, recounts the ledger ({@code recount}), enrols
   * agencies ({@code enrolment}), or looks whether it can work here ({@code doctor}).
   */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(RecountCommand.NAME)) {
      System.exit(RecountCommand.run(arguments));
    }
    if (arguments.length > 0 && arguments[0].equals(EnrolmentDesk.NAME)) {
      EnrolmentDesk.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    if (Doctor.isAskedFor(arguments)) {
      System.exit(GatewayDoctor.run(arguments));
    }
    application().run(arguments);
  }
}
