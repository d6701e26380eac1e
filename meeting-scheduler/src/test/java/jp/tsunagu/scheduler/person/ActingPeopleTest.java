package jp.tsunagu.scheduler.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CallerAuthentication;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.PersonRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who acts in meetings has a name that her agency alone resolves, also after a restart. */
class ActingPeopleTest {

  private static final AgencyId DESK = new AgencyId("desk");
  private static final AgencyId SHAKYO = new AgencyId("shakyo");
  private static final BodyId SHIEN = new BodyId("shien-kaigi");
  private static final BodyId JUSO = new BodyId("juso-kaigi");

  @TempDir Path folder;

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  private static void acts(String id, String name) {
    CurrentPerson person =
        new CurrentPerson(id, name, Optional.empty(), Set.of(PersonRole.MEETING_SECRETARY), null);
    SecurityContextHolder.getContext()
        .setAuthentication(CallerAuthentication.of(new Caller.MeetingSecretary(), person));
  }

  private ActingPeople people() {
    return new ActingPeople(folder.resolve("people"));
  }

  @Test
  void a_system_is_nobody_and_leaves_no_file() {
    assertThat(people().now(DESK, SHIEN)).isEmpty();
    assertThat(folder.resolve("people")).doesNotExist();
  }

  @Test
  void her_agency_alone_resolves_her_also_after_a_restart_and_under_a_new_name() {
    acts("sub-1", "見本 花子");
    ActingPerson hers = people().now(DESK, SHIEN).orElseThrow();
    assertThat(people().nameOf(DESK, hers)).contains("見本 花子");
    assertThat(people().nameOf(SHAKYO, hers)).isEmpty();
    acts("sub-1", "見本 桜子");
    assertThat(people().now(DESK, SHIEN)).as("the same person").contains(hers);
    acts("sub-2", "見本 花子");
    assertThat(people().now(DESK, SHIEN))
        .as("of the same name")
        .isPresent()
        .isNotEqualTo(Optional.of(hers));
  }

  @Test
  void nothing_shows_that_she_acts_for_two_agencies_or_in_two_bodies() throws IOException {
    acts("sub-1", "見本 花子");
    ActingPeople people = people();
    assertThat(
            Set.of(
                people.now(DESK, SHIEN).orElseThrow(),
                people.now(DESK, JUSO).orElseThrow(),
                people.now(SHAKYO, SHIEN).orElseThrow()))
        .hasSize(3);
    for (String file : Set.of("people.key", "people.json")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("people").resolve(file))))
          .isEqualTo("rw-------");
    }
    assertThat(Files.readString(folder.resolve("people/people.json"))).doesNotContain("sub-1");
  }

  @Test
  void a_file_that_is_not_understood_stops_the_start_and_is_not_written_over() throws IOException {
    acts("sub-1", "見本 花子");
    ActingPerson hers = people().now(DESK, SHIEN).orElseThrow();
    Path file = folder.resolve("people/people.json");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 5));
    assertThatThrownBy(this::people).hasMessageContaining("people.json");
    Files.writeString(file, whole);
    assertThat(people().nameOf(DESK, hers)).contains("見本 花子");
  }
}
