package jp.tsunagu.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.caller.CallerSettings.Entry;
import jp.tsunagu.gateway.caller.CallerSettings.Role;
import org.junit.jupiter.api.Test;

class CallersTest {

  /** SHA-256 of "one" and of "two". */
  private static final String ONE =
      "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

  private static final String TWO =
      "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3";

  private final Callers callers =
      new Callers(
          new CallerSettings(
              List.of(new Entry(Role.AGENCY, "shakyo", ONE), new Entry(Role.DESK, null, TWO))));

  @Test
  void a_known_token_stands_for_its_caller() {
    assertThat(callers.of("Bearer one")).contains(new Caller.AgencyCaller(new AgencyId("shakyo")));
    assertThat(callers.of("bearer two")).contains(new Caller.DeskCaller());
  }

  @Test
  void no_header_another_scheme_and_an_unknown_token_stand_for_nobody() {
    assertThat(callers.of(null)).isEmpty();
    assertThat(callers.of("")).isEmpty();
    assertThat(callers.of("Bearer")).isEmpty();
    assertThat(callers.of("Basic one")).isEmpty();
    assertThat(callers.of("Bearer three")).isEmpty();
    assertThat(callers.of("Bearer " + ONE)).as("the hash is no token").isEmpty();
  }

  @Test
  void without_configuration_nobody_may_read() {
    assertThat(new Callers(new CallerSettings(null)).of("Bearer one")).isEmpty();
  }

  @Test
  void a_faulty_configuration_is_refused_at_the_start() {
    assertThatThrownBy(() -> callers(new Entry(Role.AGENCY, null, ONE)))
        .hasMessageContaining("names its agency");
    assertThatThrownBy(() -> callers(new Entry(Role.DESK, null, "abcd")))
        .hasMessageContaining("64 hexadecimal digits");
    assertThatThrownBy(
            () -> callers(new Entry(Role.DESK, null, ONE), new Entry(Role.MANAGER, null, ONE)))
        .hasMessageContaining("share one token");
  }

  private static Callers callers(Entry... entries) {
    return new Callers(new CallerSettings(List.of(entries)));
  }
}
