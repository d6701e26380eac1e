package jp.tsunagu.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A service that could stand still for ever is not started, and it is said how to start it. */
class UnpackedTest {

  @Test
  void a_jar_within_a_jar_is_refused_with_the_two_commands() {
    Faults faults = new Faults();
    new Unpacked("jar:nested:/opt/gateway-1.0-exec.jar/!BOOT-INF/lib/runtime-1.0.jar!/")
        .check(faults);
    assertThat(faults.list())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains(
                        "java -Djarmode=tools -jar gateway-1.0-exec.jar extract",
                        "java -jar service/gateway-1.0-exec.jar"));
  }

  @Test
  void a_folder_and_a_plain_jar_are_served() {
    Faults faults = new Faults();
    Unpacked.of(UnpackedTest.class).check(faults);
    new Unpacked("file:/opt/service/lib/runtime-1.0.jar").check(faults);
    assertThat(faults.list()).isEmpty();
  }
}
