package jp.tsunagu.compose.endtoend;

import java.util.Map;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.compose.tour.ReadmeTour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith(RunningNetwork.class)
class ReadmeTourTest {

  @Test
  void the_commands_of_the_tour_do_what_the_readme_says(Network network) throws Exception {
    var machine = network.machine();
    ReadmeTour.run(
        Map.of(
            "http://localhost:8080", machine.gateway().toString(),
            "http://localhost:8100", machine.connector().toString(),
            "http://localhost:8300", machine.statistics().orElseThrow().toString()));
  }
}
