package jp.tsunagu.connector.inbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.CountedDatabase;
import jp.tsunagu.connector.dossier.Vault;
import jp.tsunagu.connector.inbox.Intake;
import jp.tsunagu.connector.inbox.PassedOver;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.testing.RandomRecords;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.wire.Codec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A poll is taken in as a whole, in as many statements whether it is small or large. */
@Tag("slow")
class PollTest {

  private static final long SEED = 20_261_127;

  /** Of every kind together; a usual poll needs a third. */
  private static final int MOST = 45;

  /** Whose own notices stand in the same partition, so that all are told in the same order. */
  private static final AgencyId[] AGENCIES =
      IntStream.iterate(1, i -> i + 1)
          .mapToObj(i -> new AgencyId("agency-" + i))
          .filter(agency -> MixedNews.partition(agency.value()) == 0)
          .limit(8)
          .toArray(AgencyId[]::new);

  /** Whether a leg has arrived is answered by what stands at the end of a poll (decision 63). */
  private static final String REFERRAL =
      "select referral_id, case_id, side, is_open, version, respond_by, due_soon_at, unopened,"
          + " question_open, goes_on, changed_at, urgency,"
          + " case when stage = 'Arrived' then 'Sent' else stage end as stage from referral";

  /**
   * Asked once, where a leg came without all its parts, and not by what kinds of news there are.
   */
  private static final String PARTS_OF_EARLIER_POLLS = "select dossier_id, name from dossier_part";

  /** What follows from the news alone, whenever it came and in however many polls. */
  private static final Map<String, String> OUTCOME =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "inbox",
                  "select rank() over (order by position), kind, case_id, referral_id, recorded_at"
                      + " from inbox"),
              Map.entry("case", "select case_id, case_number, version from supported_case"),
              Map.entry("referral", REFERRAL),
              Map.entry(
                  "task",
                  "select kind, case_id, person, referral_id, dossier_id, recipient, since, done_at,"
                      + " meeting_request_id, meeting_id, due_at from task"
                      + " where kind <> 'PROVIDE_DOSSIER'"),
              Map.entry("notice", "select * from meeting_notice"),
              Map.entry("answer", "select * from meeting_answer"),
              Map.entry("question", "select * from date_question"),
              Map.entry("reply", "select * from date_reply"),
              Map.entry("dossier", "select dossier_id, case_id, referral_id, sender from dossier"),
              Map.entry(
                  "part",
                  "select dossier_id, name, state, content is null as gone from dossier_part"),
              Map.entry(
                  "note", "select note_id, state, content is null as gone from internal_note"),
              Map.entry(
                  "outbox",
                  "select case_id, kind, answer, first_sequence, refusal_code, persons,"
                      + " refused_details, refused_recipients, open_referral, unreadable_reason"
                      + " from outbox where kind not in ('ProvideDossier', 'AnnounceKey', 'ConfirmReceipt')"),
              Map.entry("alarm", "select kind, kafka_partition, kafka_offset from alarm"),
              Map.entry(
                  "aside", "select kafka_partition, kafka_offset, reason from aside_record")));

  @TempDir static Path directory;
  private static TestNetwork network;
  private static TestConnector connector;
  private static int next;

  private final Codec codec = Codec.standard();
  private final AgencyId own = AGENCIES[next++];
  private final CountedDatabase database = databaseOf(own);
  private final MixedNews news = newsOf(database);

  @BeforeAll
  static void start() {
    network = new TestNetwork(AGENCIES);
    connector =
        TestConnector.start(network.address(), TestPostgres.freshDatabase(), directory, AGENCIES);
  }

  @AfterAll
  static void stop() {
    connector.close();
    network.close();
  }

  private static CountedDatabase databaseOf(AgencyId agency) {
    return new CountedDatabase(connector.bean(DataSource.class), hosted(agency));
  }

  private static HostedAgency hosted(AgencyId agency) {
    return connector.bean(HostedAgencies.class).find(agency).orElseThrow();
  }

  private static Topic topic(CountedDatabase database) {
    return network.topics().inbox(database.database().agency());
  }

  private static MixedNews newsOf(CountedDatabase database) {
    return new MixedNews(topic(database).name(), database.database().agency(), SEED);
  }

  private static BatchIntake intake(CountedDatabase database) {
    BatchIntake intake =
        new BatchIntake(
            hosted(database.database().agency()),
            database.database(),
            connector.bean(Intake.class),
            connector.bean(PassedOver.class),
            connector.alarms(),
            topic(database));
    intake.partitions(MixedNews.PARTITIONS);
    return intake;
  }

  @Test
  void records_of_every_kind_need_as_many_statements_however_many_they_are() {
    CountedDatabase other = databaseOf(AGENCIES[next++]);
    MixedNews twice = newsOf(other);
    before(database);
    before(other);
    List<String> ofEveryKind = statements(database, news, 48 * news.everyKind());

    assertThat(statements(other, twice, 96 * news.everyKind()))
        .containsExactlyInAnyOrderElementsOf(ofEveryKind);
    for (int records : new int[] {1, 10, 200, 2000}) {
      assertThat(statements(database, news, records)).hasSizeLessThanOrEqualTo(MOST);
    }
  }

  private static List<String> statements(CountedDatabase database, MixedNews news, int records) {
    BatchIntake intake = intake(database);
    List<Batch> poll = news.next(records);
    List<String> sent = database.during(() -> intake.take(poll));
    assertThat(sent).allMatch(one -> Collections.frequency(sent, one) <= 2);
    String schema = "agency_" + database.database().agency().value().replace('-', '_') + ".";
    return sent.stream()
        .map(one -> one.replace(schema, ""))
        .filter(one -> !one.startsWith(PARTS_OF_EARLIER_POLLS))
        .toList();
  }

  @Test
  void one_poll_of_many_records_changes_what_as_many_polls_of_one_record_change() {
    CountedDatabase other = databaseOf(AGENCIES[next++]);
    MixedNews same = newsOf(other);
    before(database);
    before(other);
    int all = 12 * news.everyKind();

    intake(database).take(news.next(all));
    BatchIntake oneByOne = intake(other);
    same.next(all).stream()
        .flatMap(batch -> batch.singly().stream())
        .forEach(single -> oneByOne.take(List.of(single)));

    Map<String, List<String>> outcome = outcome(database);
    assertThat(outcome.get("part")).anyMatch(part -> part.contains("LOCKED"));
    assertThat(outcome.get("part")).anyMatch(part -> part.contains("ERASED"));
    outcome(other).forEach((name, rows) -> assertThat(outcome.get(name)).as(name).isEqualTo(rows));
  }

  @Test
  void a_poll_that_fails_at_any_statement_leaves_nothing_and_is_taken_in_when_it_comes_again() {
    BatchIntake intake = intake(database);
    before(database);
    List<Batch> poll = news.next(2 * news.everyKind());
    Map<String, List<String>> before = everything();
    int failed = 0;
    while (fails(intake, poll, failed)) {
      assertThat(everything()).as("after statement %d", failed).isEqualTo(before);
      failed++;
    }
    assertThat(failed).isGreaterThan(10);
    assertThat(outcome(database).get("inbox")).isNotEmpty();
  }

  @Test
  void what_is_sent_about_a_case_does_not_wait_for_a_poll_with_news_of_it() throws Exception {
    BatchIntake intake = intake(database);
    intake.take(news.next(2 * news.everyKind()));
    List<Batch> poll = news.next(2 * news.everyKind());
    CaseId caseId = MixedNews.before().getFirst().caseId();

    Submission sent =
        database
            .database()
            .inTransaction(
                () -> {
                  intake.take(poll);
                  return CompletableFuture.supplyAsync(
                          () ->
                              connector
                                  .outbox()
                                  .submit(
                                      own, null, () -> Samples.wishes(Samples.numbered(caseId, 2))))
                      .orTimeout(30, TimeUnit.SECONDS)
                      .join();
                });

    assertThat(sent).isInstanceOf(Submission.Accepted.class);
  }

  private boolean fails(BatchIntake intake, List<Batch> poll, int after) {
    database.failAfter(after);
    try {
      intake.take(poll);
      return false;
    } catch (CountedDatabase.Broken broken) {
      return true;
    } finally {
      database.failAfter(Integer.MAX_VALUE - 1);
    }
  }

  /** Commands that wait for an answer, and dossiers that can be read, with a note beside each. */
  private void before(CountedDatabase database) {
    JdbcClient jdbc = database.database().jdbc();
    RandomRecords commands = new RandomRecords(new SplittableRandom(3));
    List<MixedNews.OfCase> before = MixedNews.before();
    for (int i = 0; i < before.size(); i++) {
      MixedNews.OfCase one = before.get(i);
      Record command = commands.next(i % 2 == 0 ? SendReferral.class : ReceiveSheet.class);
      jdbc.sql(
              """
              insert into outbox (command_id, record_key, case_id, kind, command, dossier_id,
                                  stored_at, sent_at, sent_partition, sent_offset)
              values (:command, :case::text, :case, :kind, :content, :dossier, now(), now(), 0, :i)
              """)
          .param("command", one.command())
          .param("case", one.caseId().value())
          .param("kind", command.getClass().getSimpleName())
          .param("content", codec.encode(command))
          .param("dossier", one.dossier())
          .param("i", i)
          .update();
      jdbc.sql(
              """
              insert into dossier (dossier_id, case_id, referral_id, sender, held_since)
              values (:dossier, :case, case when :i % 3 > 0 then :leg end, 'desk', now())
              """)
          .param("dossier", one.dossier())
          .param("case", one.caseId().value())
          .param("leg", one.leg())
          .param("i", i)
          .update();
      for (int part = 1; part <= 4; part++) {
        jdbc.sql(
                """
                insert into dossier_part (dossier_id, name, ordinal, kind, person, details,
                                          recipients, state, content, names_no_one)
                values (:dossier, 'part-' || :n, :n, 'NOTE', nullif(:n, 4), '{}', '{}', 'OPEN',
                        :content, :n = 4)
                """)
            .param("dossier", one.dossier())
            .param("n", part)
            .param("content", hidden(database, one, "part-" + part))
            .update();
      }
      jdbc.sql(
              """
              insert into internal_note (note_id, case_id, referral_id, person, written_at, state,
                                         content)
              values (:note, :case, :leg, 1 + :i % 4, now(), 'OPEN', '')
              """)
          .param("note", one.dossier())
          .param("case", one.caseId().value())
          .param("leg", one.leg())
          .param("i", i)
          .update();
    }
  }

  private static byte[] hidden(CountedDatabase database, MixedNews.OfCase one, String part) {
    String place = "dossier/" + database.database().agency() + "/" + one.dossier() + "/" + part;
    return connector.bean(Vault.class).hide(place, Samples.json("連絡"));
  }

  private static Map<String, List<String>> outcome(CountedDatabase database) {
    Map<String, List<String>> outcome = new TreeMap<>();
    OUTCOME.forEach(
        (name, sql) ->
            outcome.put(
                name,
                database
                    .database()
                    .jdbc()
                    .sql("select to_jsonb(t)::text from (" + sql + ") as t")
                    .query(String.class)
                    .list()
                    .stream()
                    .map(row -> row.replace(database.database().agency().value(), "own"))
                    .sorted()
                    .toList()));
    return outcome;
  }

  /** All that this agency has, but for what its sender does meanwhile. */
  private Map<String, List<String>> everything() {
    Map<String, List<String>> everything = new TreeMap<>(outcome(database));
    for (String table : List.of("delivery", "to_tell", "inbox_place", "draft", "outbox_part")) {
      everything.put(
          table,
          database
              .database()
              .jdbc()
              .sql("select to_jsonb(t)::text from " + table + " t")
              .query(String.class)
              .list());
    }
    return everything;
  }
}
