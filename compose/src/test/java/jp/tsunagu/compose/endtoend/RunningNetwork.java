package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.compose.run.TestFolders;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.recount.RecountCommand;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the sample city's network, started once for all of them on an empty folder below
 * {@code target} and stopped after the last one. Tests use cases of their own and leave the broker
 * running, or lock {@link #BROKER}.
 */
final class RunningNetwork implements ParameterResolver {
  /** Who stops the broker of the network is alone with it. */
  static final String BROKER = "broker of the running network";

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningNetwork.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Network.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Network.class, _ -> Network.start(), Network.class);
  }

  /** The network and its users. */
  record Network(DataFolder folder, SingleMachine machine, HttpClient http)
      implements AutoCloseable {

    private static Network start() {
      return start(Ports.anyFree(), Map.of());
    }

    /** One of its own, with the login of another provider; who starts it closes it. */
    static Network start(Ports ports, Map<String, Map<String, String>> logins) {
      try {
        var folder = TestFolders.empty("network");
        var settings = new SingleMachine.Settings(folder, ports, true, Map.of()).loggingIn(logins);
        var machine = SingleMachine.start(settings, _ -> {});
        return new Network(folder, machine, HttpClient.newHttpClient());
      } catch (TimeoutException exception) {
        throw new IllegalStateException("the network did not start", exception);
      }
    }

    /** The system of an agency. */
    AgencyClient agency(AgencyId agency) {
      return new AgencyClient(http, machine.connector(), agency);
    }

    /** A page of an agency's window; what begins with a slash is below the agency. */
    URI window(AgencyId agency, String page) {
      return URI.create(machine.connector() + "/agencies/" + agency + page);
    }

    /** A page of the desk. */
    URI desk(String page) {
      return machine.gateway().resolve("/desk/" + page);
    }

    /** A page of the meetings' secretary. */
    URI meetings(String page) {
      return machine.scheduler().resolve("/meetings/" + page);
    }

    /** The managers' first page. */
    URI figures() {
      return machine.statistics().orElseThrow().resolve("/figures/");
    }

    /** The gateway's read API with the token of an agency or the desk. */
    ServiceClient gateway(AgencyId agency) {
      return new ServiceClient(http, machine.gateway(), SampleCity.tokenOf(agency));
    }

    /** Until the statistics have counted what whoever was here before left, and it is right. */
    void awaitCounted() {
      await()
          .atMost(SOON)
          .until(
              () ->
                  RecountCommand.run(
                          RecountCommand.NAME,
                          "--spring.config.additional-location=file:"
                              + folder.clients().resolve("statistics.properties"),
                          "--tsunagu.stats.instances="
                              + machine.statistics().orElseThrow().getAuthority())
                      == 0);
    }

    @Override
    public void close() {
      http.shutdownNow();
      machine.close();
      folder.empty();
      folder.close();
    }
  }
}
