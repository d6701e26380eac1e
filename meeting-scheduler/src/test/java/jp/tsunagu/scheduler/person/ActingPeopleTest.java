package jp.tsunagu.scheduler.person;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.testing.MadeTopics;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CallerAuthentication;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.start.Faults;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts in meetings has a name that her agency alone resolves, at every scheduler that has the
 * key, also after a restart.
 */
class ActingPeopleTest {

  private static final AgencyId DESK = new AgencyId("desk");
  private static final AgencyId SHAKYO = new AgencyId("shakyo");
  private static final BodyId SHIEN = new BodyId("shien-kaigi");
  private static final BodyId JUSO = new BodyId("juso-kaigi");
  private static final String KEY = "0f".repeat(32);
  private static final String OTHER_KEY = "f0".repeat(32);

  @TempDir Path folder;

  private final EmbeddedBroker broker = EmbeddedBroker.shared();
  private final Topic topic = new Topics(broker.newNetwork("people")).meetingPeople();

  @BeforeEach
  void makeTopic() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      MadeTopics.make(
          admin, List.of(new NewTopic(topic.name(), 1, (short) 1).configs(topic.configuration())));
    }
  }

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
    broker.close();
  }

  private static void acts(String id, String name) {
    CurrentPerson person =
        new CurrentPerson(id, name, Optional.empty(), Set.of(PersonRole.MEETING_SECRETARY), null);
    SecurityContextHolder.getContext()
        .setAuthentication(CallerAuthentication.of(new Caller.MeetingSecretary(), person));
  }

  /** A scheduler with this key, or with that of its folder, that has read who acted before. */
  private ActingPeople people(@Nullable String key, String of) {
    return started(broker.bootstrapServers(), new PeopleSettings(key, folder.resolve(of)));
  }

  private ActingPeople started(String servers, PeopleSettings settings) {
    ActingPeople people =
        new ActingPeople(topic, BrokerAccess.plain("scheduler", servers), new PeopleKey(settings));
    people.start();
    return people;
  }

  private ActingPeople known(ActingPeople people) {
    await().atMost(SOON).until(people::areKnown);
    return people;
  }

  @Test
  void a_system_is_nobody_and_leaves_no_file() {
    try (ActingPeople people = people(null, "own")) {
      assertThat(people.now(DESK, SHIEN)).isEmpty();
      assertThat(folder.resolve("own")).doesNotExist();
    }
  }

  @Test
  void her_agency_alone_resolves_her_also_after_a_restart_and_under_a_new_name() {
    acts("sub-1", "見本 花子");
    ActingPerson hers;
    try (ActingPeople before = people(null, "own")) {
      hers = before.now(DESK, SHIEN).orElseThrow();
      assertThat(before.nameOf(DESK, hers)).contains("見本 花子");
    }
    try (ActingPeople people = known(people(null, "own"))) {
      assertThat(people.nameOf(DESK, hers)).contains("見本 花子");
      assertThat(people.nameOf(SHAKYO, hers)).isEmpty();
      acts("sub-1", "見本 桜子");
      assertThat(people.now(DESK, SHIEN)).as("the same person").contains(hers);
      acts("sub-2", "見本 花子");
      assertThat(people.now(DESK, SHIEN))
          .as("of the same name")
          .isPresent()
          .isNotEqualTo(Optional.of(hers));
    }
  }

  @Test
  void a_second_scheduler_with_the_same_key_knows_her_at_once_and_by_the_same_name() {
    try (ActingPeople one = people(KEY, "one");
        ActingPeople other = known(people(KEY, "other"))) {
      acts("sub-1", "見本 花子");
      ActingPerson hers = one.now(DESK, SHIEN).orElseThrow();
      await().atMost(SOON).until(() -> other.nameOf(DESK, hers).isPresent());
      assertThat(other.nameOf(DESK, hers)).contains("見本 花子");
      assertThat(other.nameOf(SHAKYO, hers)).isEmpty();
      assertThat(other.now(DESK, SHIEN)).contains(hers);
      assertThat(other.unopened()).isZero();
      assertThat(folder.resolve("one")).doesNotExist();
    }
  }

  @Test
  void one_with_another_key_says_so_and_goes_on() {
    try (ActingPeople one = people(KEY, "one");
        ActingPeople other = known(people(OTHER_KEY, "other"))) {
      acts("sub-1", "見本 花子");
      ActingPerson hers = one.now(DESK, SHIEN).orElseThrow();
      await().atMost(SOON).until(() -> other.unopened() == 1);
      assertThat(other.nameOf(DESK, hers)).isEmpty();
      assertThat(other.now(DESK, SHIEN)).isPresent().isNotEqualTo(Optional.of(hers));
    }
  }

  @Test
  void nothing_shows_that_she_acts_for_two_agencies_or_in_two_bodies_nor_her_name() {
    acts("sub-1", "見本 花子");
    try (ActingPeople people = people(KEY, "own")) {
      assertThat(
              Set.of(
                  people.now(DESK, SHIEN).orElseThrow(),
                  people.now(DESK, JUSO).orElseThrow(),
                  people.now(SHAKYO, SHIEN).orElseThrow()))
          .hasSize(3);
    }
    StringBuilder atTheBroker = new StringBuilder();
    new TopicToItsEnd(BrokerAccess.plain("reader", broker.bootstrapServers()), topic.name())
        .readAll(
            record ->
                atTheBroker
                    .append(new String(record.key(), StandardCharsets.UTF_8))
                    .append(new String(record.value(), StandardCharsets.UTF_8)));
    assertThat(atTheBroker).isNotEmpty();
    assertThat(atTheBroker.toString()).doesNotContain("花子", "sub-1", "desk", "shakyo");
  }

  @Test
  void nothing_goes_out_in_the_name_of_somebody_whom_the_brokers_did_not_take() {
    acts("sub-1", "見本 花子");
    try (ActingPeople people = started("127.0.0.1:9", new PeopleSettings(KEY, folder))) {
      assertThatThrownBy(() -> people.now(DESK, SHIEN))
          .isInstanceOf(ActingPeople.NotKeptException.class)
          .hasMessageNotContaining("花子");
    }
  }

  @Test
  void a_key_that_is_none_is_refused_without_being_told() {
    Faults faults = new Faults();
    new PeopleSettings("secret", folder).check(faults);
    assertThat(faults.list())
        .singleElement()
        .asString()
        .contains("tsunagu.people.key")
        .doesNotContain("secret");
    Faults none = new Faults();
    new PeopleSettings(KEY + "\n", folder).check(none);
    new PeopleSettings(null, folder).check(none);
    assertThat(none.list()).isEmpty();
  }
}
