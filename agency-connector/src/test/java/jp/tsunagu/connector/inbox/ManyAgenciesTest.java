package jp.tsunagu.connector.inbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agencies that act at the broker as one share its clients and the threads, and nothing else. */
@Tag("slow")
class ManyAgenciesTest {

  private static final int AGENCIES = 12;

  /** More than wait in memory for one agency. */
  private static final int BACKLOG = 1_200;

  private static final AgencyId[] ALL =
      IntStream.rangeClosed(1, AGENCIES)
          .mapToObj(i -> new AgencyId("together-" + i))
          .toArray(AgencyId[]::new);
  private static final AgencyId LOCKED = ALL[0];
  private static final AgencyId POISONED = ALL[1];
  private static final AgencyId TAKEN_OVER = ALL[2];
  private static final List<AgencyId> OTHERS = List.of(ALL).subList(3, AGENCIES);

  @TempDir static Path directory;
  private static String database = "";
  private static TestNetwork network;
  private static TestConnector connector;

  @BeforeAll
  static void start() {
    network = new TestNetwork(ALL);
    database = TestPostgres.freshDatabase();
    connector = TestConnector.start(network.address(), database, directory, ALL);
  }

  @AfterAll
  static void stop() {
    connector.close();
    network.close();
  }

  @Test
  void a_locked_schema_a_backlog_and_a_poisoned_inbox_hold_up_no_other_agency() throws Exception {
    CaseId behindTheLock = Samples.caseId();
    try (Connection lock = DriverManager.getConnection(database)) {
      lock(lock);
      deliver(LOCKED, behindTheLock, 1);
      await().atMost(SOON).until(ManyAgenciesTest::somebodyWaits);
      deliver(LOCKED, behindTheLock, 2, BACKLOG);
      CaseId poisoned = Samples.caseId();
      network.put(
          network.topics().inbox(POISONED).name(),
          poisoned.toString(),
          "garbage".getBytes(StandardCharsets.US_ASCII));

      for (AgencyId other : OTHERS) {
        CaseId caseId = Samples.caseId();
        deliver(other, caseId, 1);
        submit(other, caseId);
        await().atMost(SOON).until(() -> told(other, caseId).size() == 1);
        await().atMost(SOON).until(() -> isSent(other, caseId));
      }
      await()
          .atMost(SOON)
          .until(() -> alarms(POISONED).equals(Set.of(Alarm.Kind.RECORD_UNREADABLE)));
      CaseId further = Samples.caseId();
      deliver(POISONED, further, 1);
      await().atMost(SOON).until(() -> told(POISONED, further).size() == 1);
      assertThat(somebodyWaits()).isTrue();
      lock.rollback();
    }
    await().atMost(SOON).until(() -> told(LOCKED, behindTheLock).size() == BACKLOG);
    assertThat(connector.records().findCase(LOCKED, behindTheLock).orElseThrow().version())
        .isEqualTo(BACKLOG);
    assertThat(alarms(LOCKED)).isEmpty();
  }

  private static void lock(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table agency_together_1.inbox in access exclusive mode");
    }
  }

  private static boolean somebodyWaits() {
    return connector
        .databases()
        .shared()
        .sql(
            """
            select exists (select 1 from pg_locks where not granted
                           and relation = 'agency_together_1.inbox'::regclass)
            """)
        .query(Boolean.class)
        .single();
  }

  @Test
  void agencies_that_act_as_one_have_one_thread_for_their_inboxes_and_one_for_their_outboxes() {
    OTHERS.forEach(other -> submit(other, Samples.caseId()));
    await().atMost(SOON).until(() -> OTHERS.stream().allMatch(ManyAgenciesTest::hasSent));

    assertThat(threads())
        .containsExactlyInAnyOrder(
            "inbox-together-1+11",
            "kafka-producer-network-thread | agency-connector-outbox-together-1+11-1");
  }

  /** Threads of the system that are named after one of the agencies. */
  private static Stream<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains("together-"));
  }

  @Test
  void of_two_processes_one_reads_for_an_agency_and_the_other_takes_over_when_it_ends() {
    CaseId caseId = Samples.caseId();
    AgencyId own = new AgencyId("alone");
    try (TestNetwork city = new TestNetwork(TAKEN_OVER, own)) {
      String shared = TestPostgres.freshDatabase();
      TestConnector first =
          TestConnector.start(city.address(), shared, directory.resolve("two"), TAKEN_OVER);
      try (TestConnector second =
          TestConnector.start(city.address(), shared, directory.resolve("two"), own, TAKEN_OVER)) {
        city.deliver(TAKEN_OVER, caseId, event(TAKEN_OVER, caseId, 1));
        await().atMost(SOON).until(() -> told(first, TAKEN_OVER, caseId).size() == 1);
        city.deliver(own, caseId, event(own, caseId, 1));
        await().atMost(SOON).until(() -> told(second, own, caseId).size() == 1);

        first.close();
        city.deliver(TAKEN_OVER, caseId, event(TAKEN_OVER, caseId, 2));
        await().atMost(SOON).until(() -> told(second, TAKEN_OVER, caseId).size() == 2);
      } finally {
        first.close();
      }
    }
  }

  private static void deliver(AgencyId agency, CaseId caseId, int number) {
    network.deliver(agency, caseId, event(agency, caseId, number));
  }

  private static void deliver(AgencyId agency, CaseId caseId, int first, int last) {
    for (int number = first; number <= last; number++) {
      deliver(agency, caseId, number);
    }
  }

  private static PersonsRegistered event(AgencyId agency, CaseId caseId, int number) {
    return new PersonsRegistered(TestNetwork.header(caseId, number, agency), number);
  }

  private static void submit(AgencyId agency, CaseId caseId) {
    assertThat(
            connector
                .outbox()
                .submit(agency, null, () -> Samples.wishes(Samples.numbered(caseId, 1))))
        .isInstanceOf(Submission.Accepted.class);
  }

  private static boolean isSent(AgencyId agency, CaseId caseId) {
    return network.outbox(agency).stream().anyMatch(sent -> sent.key().equals(caseId.toString()));
  }

  private static boolean hasSent(AgencyId agency) {
    return network.outbox(agency).stream()
        .anyMatch(sent -> sent.value() instanceof RegisterPersons);
  }

  private static List<InboxItem> told(AgencyId agency, CaseId caseId) {
    return told(connector, agency, caseId);
  }

  private static List<InboxItem> told(TestConnector by, AgencyId agency, CaseId caseId) {
    return by.records().inbox(agency, 0, 2 * BACKLOG).stream()
        .filter(item -> item.caseId().equals(Optional.of(caseId)))
        .toList();
  }

  private static Set<Alarm.Kind> alarms(AgencyId agency) {
    return connector.alarms().open(agency).stream().map(Alarm::kind).collect(Collectors.toSet());
  }
}
