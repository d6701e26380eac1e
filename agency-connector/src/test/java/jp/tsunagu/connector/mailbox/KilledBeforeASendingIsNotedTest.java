package jp.tsunagu.connector.mailbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagu.connector.AgencyConnector;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.testing.OwnJvm;
import jp.tsunagu.runtime.testing.MailReading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The mail server has taken a mail, the note of it waits for a lock of the database, and the
 * process is killed there.
 */
@Tag("slow")
class KilledBeforeASendingIsNotedTest {

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static final AgencyId AGENCY = new AgencyId("killed-mailing");
  private static final AgencyId OTHER = new AgencyId("sender");
  private static final String SCHEMA = "agency_killed_mailing";

  private final String database = TestPostgres.freshDatabase();

  @TempDir Path directory;

  @Test
  void the_same_mail_goes_once_more_under_its_id_and_not_a_third_time() throws Exception {
    try (TestNetwork network = new TestNetwork(AGENCY, OTHER);
        var held = new SingleConnectionDataSource(database, true)) {
      killedAtTheNote(network, JdbcClient.create(held));
      try (TestConnector after = TestConnector.start(settings(network))) {
        await().atMost(SOON).until(() -> SERVER.getReceivedMessages().length == 2);
        await().atMost(SOON).until(() -> after.bean(Mailboxes.class).untold(AGENCY) == 0);
        await()
            .during(Duration.ofSeconds(3))
            .atMost(SOON)
            .until(() -> SERVER.getReceivedMessages().length == 2);
      }
    }
    assertThat(ids()).hasSize(2).doesNotContainNull();
    assertThat(ids().getFirst()).isEqualTo(ids().getLast());
  }

  private void killedAtTheNote(TestNetwork network, JdbcClient held) throws Exception {
    Process process = start(network);
    try {
      await().atMost(SOON).until(() -> isReady(held));
      held.sql("select pg_advisory_lock(42)").query().singleRow();
      noteWaits(held);
      arrives(network);
      await().atMost(SOON).until(() -> SERVER.getReceivedMessages().length == 1);
      await().atMost(SOON).until(() -> waiting(held) == 1);
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    held.sql(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted")
        .query()
        .listOfRows();
    await().atMost(SOON).until(() -> waiting(held) == 0);
    held.sql("drop function %s.wait_here cascade".formatted(SCHEMA)).update();
    held.sql("select pg_advisory_unlock(42)").query().singleRow();
  }

  private static boolean isReady(JdbcClient held) {
    return held.sql("select to_regclass('%s.to_tell') is not null".formatted(SCHEMA))
        .query(Boolean.class)
        .single();
  }

  /** Whatever settles a mail waits for who holds the lock. */
  private static void noteWaits(JdbcClient held) {
    held.sql(
            """
            create function %s.wait_here() returns trigger language plpgsql as
            'begin perform pg_advisory_xact_lock(42); return new; end'
            """
                .formatted(SCHEMA))
        .update();
    held.sql(
            """
            create trigger wait_here before update on %1$s.mail for each row
            when (new.settled_at is not null) execute function %1$s.wait_here()
            """
                .formatted(SCHEMA))
        .update();
  }

  private static long waiting(JdbcClient held) {
    return held.sql(
            "select count(*) from pg_locks where locktype = 'advisory' and objid = 42 and not granted")
        .query(Long.class)
        .single();
  }

  private static void arrives(TestNetwork network) {
    CaseId caseId = Samples.caseId();
    ReferralId leg = Samples.referralId();
    network.deliver(
        AGENCY, caseId, Samples.sent(TestNetwork.header(caseId, 2, OTHER), leg, OTHER, AGENCY));
  }

  private Process start(TestNetwork network) throws IOException {
    List<String> command = new ArrayList<>(OwnJvm.command("256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(AgencyConnector.class.getName());
    settings(network).forEach((name, value) -> command.add("--" + name + "=" + value));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output").toFile())
        .start();
  }

  private Map<String, Object> settings(TestNetwork network) {
    Map<String, Object> settings =
        TestConnector.settings(
            network.address(), database, directory.resolve("data"), List.of(AGENCY));
    settings.put("tsunagu.connector.agencies[0].mailbox.address", "madoguchi@killed.example");
    settings.put("tsunagu.mailbox.bundled", "200ms");
    settings.put("tsunagu.site.window", "https://tsunagu.example");
    settings.put("tsunagu.mail.host", "127.0.0.1");
    settings.put("tsunagu.mail.port", SERVER.getSmtp().getPort());
    return settings;
  }

  private static List<String> ids() {
    return Stream.of(SERVER.getReceivedMessages()).map(MailReading::id).toList();
  }
}
