package jp.tsunagu.connector.mailbox;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.CANARY;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.Mailbox;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPeople;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryAnswered;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AskInformation;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.InformationRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.runtime.broker.Signal;
import jp.tsunagu.runtime.mail.MailOrder;
import jp.tsunagu.runtime.mail.MailOutcome;
import jp.tsunagu.runtime.mail.MailOutcome.Obstacle;
import jp.tsunagu.runtime.mail.MailOutcome.Problem;
import jp.tsunagu.runtime.mail.MailSettings;
import jp.tsunagu.runtime.mail.Mailer;
import jp.tsunagu.runtime.mail.MessageId;
import jp.tsunagu.runtime.testing.MailReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The connector bundles for an hour, so that it sends nothing of a test by itself; the test sends
 * with a clock of its own.
 */
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class MailboxTest {

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withPerMethodLifecycle(false);

  private static final String SITE = "https://tsunagu.example";
  private static final String ADDRESS = "madoguchi@shakyo.example";
  private static final Duration BUNDLED = Duration.ofMinutes(5);

  /** Parts of whatever is typed here. */
  private static final List<String> CANARIES = List.of(CANARY, "カナリヤ", "鹿内", "090-0000-5512");

  @TempDir static Path directory;
  private static TestApi api;
  private static TestWindow window;

  private final List<MailOrder> orders = new ArrayList<>();
  private final HandClock clock = new HandClock();
  private final Map<AgencyId, AgencyMail> senders = new HashMap<>();
  private Function<MailOrder, MailOutcome> server = this::taken;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tsunagu.connector.agencies[0].mailbox.address", "madoguchi@higashi.example");
    settings.put("tsunagu.connector.agencies[1].mailbox.address", ADDRESS);
    settings.put("tsunagu.mailbox.bundled", "1h");
    settings.put("tsunagu.site.window", SITE);
    settings.put("tsunagu.mail.host", "127.0.0.1");
    settings.put("tsunagu.mail.port", Integer.toString(SERVER.getSmtp().getPort()));
    settings.put("tsunagu.mail.from", "tsunagu@city.example");
    api = new TestApi(directory, settings);
    window = new TestWindow(api);
  }

  @AfterAll
  static void stop() {
    window.close();
    api.close();
  }

  @BeforeEach
  void nothingWaits() {
    for (AgencyId agency : List.of(HIGASHI, SHAKYO)) {
      database(agency).jdbc().sql("update to_tell set settled_at = now()").update();
      database(agency)
          .jdbc()
          .sql("update mail set settled_at = now(), outcome = 'FAILED' where settled_at is null")
          .update();
    }
  }

  @Test
  void what_came_within_minutes_is_one_mail_that_says_how_much_and_where_and_nothing_else(
      CapturedOutput log) throws Exception {
    window.received(everyFieldTyped());
    arrives(SHAKYO);
    server =
        new Mailer(
                MailSettings.plain(
                    "127.0.0.1", SERVER.getSmtp().getPort(), "tsunagu@city.example", "つなぐ"))
            ::send;
    int before = SERVER.getReceivedMessages().length;

    look(SHAKYO, Duration.ofMinutes(1));
    assertThat(SERVER.getReceivedMessages()).as("it waits for more").hasSize(before);
    look(SHAKYO, Duration.ofMinutes(6));
    look(SHAKYO, Duration.ofMinutes(30));
    restarted();
    look(SHAKYO, Duration.ofMinutes(31));

    assertThat(SERVER.getReceivedMessages()).as("never twice").hasSize(before + 1);
    MimeMessage mail = SERVER.getReceivedMessages()[before];
    assertThat(mail.getSubject()).isEqualTo("【つなぐ】お知らせ 2件");
    assertThat(MailReading.text(mail))
        .isEqualTo(
            """
            受信 2件

            内容は窓口で開いてください。
            https://tsunagu.example/agencies/shakyo/

            このメールに返信しても、だれにも届きません。
            """);
    String whole = GreenMailUtil.getWholeMessage(mail);
    for (String canary : CANARIES) {
      assertThat(whole).doesNotContain(canary);
      assertThat(MailReading.text(mail) + mail.getSubject()).doesNotContain(canary);
      assertThat(log.getAll()).doesNotContain(canary);
    }
    assertThat(log.getAll()).doesNotContain(ADDRESS);
  }

  @Test
  void neither_a_question_nor_an_internal_note_is_told_in_mail_or_log(CapturedOutput log)
      throws Exception {
    Delivered leg = window.opened(everyFieldTyped());
    String colleague = TestPeople.staff(SHAKYO, "yamada");
    Map<String, String> note =
        Map.of("key", TestWindow.key(), "memo", CANARY + "に電話", "memoAbout", "1");
    assertThat(window.post(colleague, leg.page() + "/notes", note).statusCode()).isEqualTo(302);
    String seen =
        window
            .get(colleague, leg.page() + "?do=ask")
            .body()
            .replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
    Map<String, String> question =
        Map.of(
            "key",
            TestWindow.key(),
            "seen",
            seen,
            "note",
            CANARY + "は留守か。",
            "noteAbout",
            "1",
            "noteBasis",
            "CONSENT");
    HttpResponse<String> asked = window.post(colleague, leg.page() + "/do/ask", question);
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
    await().atMost(SOON).until(() -> asked(leg).isPresent());
    SealedDossier sealed = Objects.requireNonNull(asked(leg).orElseThrow().note());
    Leg at = new Leg(leg.caseId(), leg.referral());
    told(HIGASHI, at, HIGASHI, SHAKYO);
    api.network()
        .deliver(
            HIGASHI,
            leg.caseId(),
            new DossierDelivered(
                leg.caseId(),
                leg.referral(),
                sealed.onlyFor(HIGASHI).orElseThrow(),
                Instant.now()));
    happens(
        HIGASHI,
        new InformationRequested(
            TestNetwork.header(leg.caseId(), 4, SHAKYO), leg.referral(), sealed.outline()),
        at);
    String page = "/agencies/hokatsu-higashi/window/referrals/" + leg.referral();
    await().atMost(SOON).until(() -> window.get(HIGASHI + "-sample", page).body().contains("留守か"));

    server = this::delivered;
    int before = SERVER.getReceivedMessages().length;
    look(HIGASHI, Duration.ofMinutes(6));
    look(SHAKYO, Duration.ofMinutes(6));
    assertThat(told()).contains("答えを待つ照会 1件");
    assertThat(SERVER.getReceivedMessages()).hasSizeGreaterThan(before);
    for (MimeMessage mail : SERVER.getReceivedMessages()) {
      for (String canary : CANARIES) {
        assertThat(GreenMailUtil.getWholeMessage(mail) + MailReading.text(mail) + mail.getSubject())
            .doesNotContain(canary, "留守か");
      }
    }
    CANARIES.forEach(canary -> assertThat(log.getAll()).doesNotContain(canary));
  }

  private static Optional<AskInformation> asked(Delivered leg) {
    return api.commands(SHAKYO, leg.caseId()).stream()
        .filter(AskInformation.class::isInstance)
        .map(AskInformation.class::cast)
        .findFirst();
  }

  /** Noted here, and really sent. */
  private MailOutcome delivered(MailOrder order) {
    orders.add(order);
    return new Mailer(
            MailSettings.plain(
                "127.0.0.1", SERVER.getSmtp().getPort(), "tsunagu@city.example", "つなぐ"))
        .send(order);
  }

  private static Map<String, String> everyFieldTyped() {
    Map<String, String> sheet = new HashMap<>(SHEET);
    sheet.put("persons[0].phoneMobile", "090-0000-5512");
    for (String field :
        List.of("wish", "health", "disability", "care", "debt", "housing", "violence", "rights")) {
      sheet.put("persons[0]." + field, "カナリヤ " + field);
    }
    return sheet;
  }

  @Test
  void what_was_opened_before_the_mail_goes_is_not_told() throws Exception {
    Leg leg = arrives(SHAKYO);
    opened(leg);
    look(SHAKYO, Duration.ofMinutes(6));
    assertThat(orders).isEmpty();
  }

  @Test
  void a_deadline_is_told_when_it_is_near_and_when_it_has_passed_once_each() throws Exception {
    arrives(SHAKYO);
    for (int minutes : List.of(6, 30, 64, 66, 100, 124, 126, 600)) {
      look(SHAKYO, Duration.ofMinutes(minutes));
    }
    assertThat(told()).containsExactly("受信 1件", "回答の期限が近いもの 1件", "回答の期限を過ぎたもの 1件");
    assertThat(orders).extracting(MailOrder::messageId).doesNotHaveDuplicates();
  }

  @Test
  void only_what_is_chosen_is_told() throws Exception {
    arrives(SHAKYO);
    clock.later = Duration.ofMinutes(70);
    sender(SHAKYO, new Mailbox(ADDRESS, Set.of(WaitReason.OVERDUE))).sendWhatIsDue();
    assertThat(orders).isEmpty();
    arrives(SHAKYO);
    sender(SHAKYO, new Mailbox(ADDRESS, Set.of(WaitReason.ARRIVAL))).sendWhatIsDue();
    assertThat(told()).as("it is due soon, but unopened, too").containsExactly("受信 1件");
  }

  @Test
  void a_question_is_told_to_who_sent_until_it_is_answered() throws Exception {
    Leg asked = arrives(HIGASHI);
    Leg answered = arrives(HIGASHI);
    for (Leg leg : List.of(asked, answered)) {
      happens(
          HIGASHI,
          new InformationRequested(TestNetwork.header(leg.caseId(), 3, SHAKYO), leg.id(), null),
          leg);
    }
    happens(
        HIGASHI,
        new InformationProvided(
            TestNetwork.header(answered.caseId(), 4, HIGASHI), answered.id(), null),
        answered);
    look(HIGASHI, Duration.ofMinutes(6));
    assertThat(told()).containsExactly("答えを待つ照会 1件");
  }

  @Test
  void who_is_asked_for_information_is_told_it_and_its_deadline_until_it_answers()
      throws Exception {
    CaseId asked = inquired(SHAKYO, HIGASHI);
    for (int minutes : List.of(6, 30, 66, 100)) {
      look(SHAKYO, Duration.ofMinutes(minutes));
    }
    assertThat(told()).containsExactly("答えを待つ情報収集 1件", "回答の期限が近いもの 1件");
    answered(SHAKYO, asked);
    look(SHAKYO, Duration.ofMinutes(126));
    assertThat(orders).as("it is answered").hasSize(2);
  }

  @Test
  void who_asked_for_information_is_told_of_what_is_late_and_of_nothing_else() throws Exception {
    inquired(HIGASHI, HIGASHI);
    CaseId answered = inquired(HIGASHI, HIGASHI);
    answered(HIGASHI, answered);
    for (int minutes : List.of(6, 66, 124)) {
      look(HIGASHI, Duration.ofMinutes(minutes));
    }
    assertThat(orders).isEmpty();
    look(HIGASHI, Duration.ofMinutes(126));
    assertThat(told()).containsExactly("期限までに回答のない情報収集 1件");
  }

  /** This agency is told that another asks SHAKYO for information. */
  private static CaseId inquired(AgencyId told, AgencyId by) {
    CaseId caseId = Samples.caseId();
    api.network()
        .deliver(
            told,
            caseId,
            new InquirySent(
                TestNetwork.header(caseId, 1, by),
                SHAKYO,
                Set.of(new PersonRef(1)),
                Samples.clock(),
                null));
    await().atMost(SOON).until(() -> versionOf(told, caseId) == 1);
    return caseId;
  }

  private static void answered(AgencyId told, CaseId caseId) {
    api.network()
        .deliver(
            told,
            caseId,
            new InquiryAnswered(TestNetwork.header(caseId, 2, SHAKYO), SHAKYO, 1, null, null));
    await().atMost(SOON).until(() -> versionOf(told, caseId) == 2);
  }

  private static long versionOf(AgencyId agency, CaseId caseId) {
    return api.bean(Records.class).findCase(agency, caseId).map(CaseView::version).orElse(0L);
  }

  @Test
  void a_server_that_is_away_is_tried_again_under_the_same_id_and_nothing_is_lost()
      throws Exception {
    arrives(SHAKYO);
    server = this::away;
    look(SHAKYO, Duration.ofSeconds(360));
    assertThat(health().getStatus()).isEqualTo(Status.UP);
    assertThat(String.valueOf(health().getDetails().get("shakyo")))
        .contains("MAIL_WAITS", Obstacle.NO_CONNECTION.label());
    arrives(SHAKYO);
    look(SHAKYO, Duration.ofSeconds(400));
    assertThat(orders).as("it backs off").hasSize(1);
    look(SHAKYO, Duration.ofSeconds(430));
    assertThat(orders).hasSize(2);
    for (int attempt = 3; attempt <= 8; attempt++) {
      restarted();
      look(SHAKYO, Duration.ofSeconds(430 + attempt));
    }
    assertThat(orders).as("a new start tries at once").hasSize(8);
    assertThat(Set.copyOf(told())).containsExactly("受信 1件");
    assertThat(ids()).hasSize(1);
    assertThat(health().getStatus()).as("somebody must look").isEqualTo(Status.DOWN);

    server = this::taken;
    restarted();
    look(SHAKYO, Duration.ofSeconds(900));
    look(SHAKYO, Duration.ofSeconds(901));
    look(SHAKYO, Duration.ofSeconds(902));
    assertThat(orders).hasSize(10);
    assertThat(ids()).as("what came meanwhile is told in the next one").hasSize(2);
    assertThat(health()).isEqualTo(Health.up().build());
  }

  @Test
  void what_was_opened_while_the_server_was_away_is_not_told_either() throws Exception {
    Leg leg = arrives(SHAKYO);
    server = this::away;
    look(SHAKYO, Duration.ofMinutes(6));
    assertThat(orders).hasSize(1);
    opened(leg);
    look(SHAKYO, Duration.ofMinutes(20));
    assertThat(orders).hasSize(1);
    assertThat(health()).isEqualTo(Health.up().build());
  }

  @Test
  void a_mailbox_that_refuses_stops_itself_alone_until_it_is_mended() throws Exception {
    arrives(SHAKYO);
    arrives(HIGASHI, SHAKYO, HIGASHI);
    server = this::refused;
    look(SHAKYO, Duration.ofMinutes(6));
    assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    server = this::taken;
    look(SHAKYO, Duration.ofMinutes(50));
    look(HIGASHI, Duration.ofMinutes(50));
    assertThat(orders)
        .extracting(order -> order.addressee().agencyId())
        .containsExactly(SHAKYO, HIGASHI);
    assertThat(connection(TestPeople.lead(SHAKYO, "lead")))
        .contains(Problem.ADDRESS_REFUSED.label(), "1回試しました");

    int before = SERVER.getReceivedMessages().length;
    assertThat(api.bean(Mailboxes.class).tryTheWay(SHAKYO)).isTrue();
    await().atMost(SOON).until(() -> SERVER.getReceivedMessages().length == before + 2);
    assertThat(SERVER.getReceivedMessages()[before + 1].getSubject()).isEqualTo("【つなぐ】お知らせ 1件");
    await().atMost(SOON).until(() -> health().getStatus().equals(Status.UP));
  }

  @Test
  void what_could_not_be_noted_is_sent_again_under_the_same_id_by_the_next_process_alone()
      throws Exception {
    arrives(SHAKYO);
    notesFail();
    for (int round = 0; round < 3; round++) {
      assertThat(catchThrowable(() -> look(SHAKYO, Duration.ofMinutes(6)))).isNotNull();
    }
    assertThat(orders).hasSize(1);
    restarted();
    assertThat(catchThrowable(() -> look(SHAKYO, Duration.ofMinutes(7)))).isNotNull();
    assertThat(orders).hasSize(2);
    notesSucceed();
    look(SHAKYO, Duration.ofMinutes(7));
    restarted();
    look(SHAKYO, Duration.ofMinutes(8));
    assertThat(orders).hasSize(2);
    assertThat(ids()).hasSize(1);
  }

  private static void notesFail() {
    JdbcClient jdbc = database(SHAKYO).jdbc();
    jdbc.sql(
            "create function agency_shakyo.fail() returns trigger language plpgsql as 'begin raise exception ''full''; end'")
        .update();
    jdbc.sql(
            "create trigger fail before update on agency_shakyo.mail for each row when (new.settled_at is not null) execute function agency_shakyo.fail()")
        .update();
  }

  private static void notesSucceed() {
    database(SHAKYO).jdbc().sql("drop function agency_shakyo.fail cascade").update();
  }

  @Test
  void who_leads_the_agency_sees_how_mail_does_and_tries_it() throws Exception {
    String lead = TestPeople.lead(SHAKYO, "lead");
    String address = "/agencies/shakyo/window/connection";
    assertThat(connection(lead)).contains(ADDRESS, "試しのメールを送る", "待っているメール");
    String staff = TestPeople.staff(SHAKYO, "staff");
    assertThat(window.post(staff, address + "/test-mail", Map.of()).statusCode()).isEqualTo(404);
    assertThat(window.post(SHAKYO + "-sample", address + "/test-mail", Map.of()).statusCode())
        .as("a system reads no mailbox")
        .isEqualTo(404);
    int before = SERVER.getReceivedMessages().length;
    assertThat(window.post(lead, address + "/test-mail", Map.of()).statusCode()).isEqualTo(302);
    await().atMost(SOON).until(() -> SERVER.getReceivedMessages().length == before + 1);
    assertThat(SERVER.getReceivedMessages()[before].getAllRecipients()[0].toString())
        .contains(ADDRESS);
    await().atMost(SOON).until(() -> connection(lead).contains("送りました"));
  }

  private static String connection(String token) {
    return window.get(token, "/agencies/shakyo/window/connection").body();
  }

  private static Health health() {
    return api.health("mailbox");
  }

  /** A leg of a case. */
  private record Leg(CaseId caseId, ReferralId id) {}

  /** This agency is told of a referral from HIGASHI to SHAKYO. */
  private static Leg arrives(AgencyId told) {
    return arrives(told, HIGASHI, SHAKYO);
  }

  private static Leg arrives(AgencyId told, AgencyId sender, AgencyId receiver) {
    Leg leg = new Leg(Samples.caseId(), Samples.referralId());
    told(told, leg, sender, receiver);
    return leg;
  }

  private static void told(AgencyId told, Leg leg, AgencyId sender, AgencyId receiver) {
    api.network()
        .deliver(
            told,
            leg.caseId(),
            Samples.sent(TestNetwork.header(leg.caseId(), 2, sender), leg.id(), sender, receiver));
    await().atMost(SOON).until(() -> version(told, leg) == 2);
  }

  private static long version(AgencyId agency, Leg leg) {
    return api.bean(Records.class)
        .findReferral(agency, leg.id())
        .map(view -> view.version())
        .orElse(0L);
  }

  private static void opened(Leg leg) {
    happens(SHAKYO, new ReferralOpened(TestNetwork.header(leg.caseId(), 3, SHAKYO), leg.id()), leg);
  }

  private static void happens(AgencyId agency, Record event, Leg leg) {
    long before = version(agency, leg);
    api.network().deliver(agency, leg.caseId(), event);
    await().atMost(SOON).until(() -> version(agency, leg) > before);
  }

  /** The sender of this agency looks once, so long after the test began. */
  private void look(AgencyId agency, Duration later) throws SQLException {
    clock.later = later;
    senders.computeIfAbsent(agency, one -> sender(one, mailbox(one))).sendWhatIsDue();
  }

  /** The process is another one from now on. */
  private void restarted() {
    senders.clear();
  }

  private AgencyMail sender(AgencyId agency, Mailbox mailbox) {
    AgencyMail.Way way =
        new AgencyMail.Way(
            order -> server.apply(order),
            api.bean(MessageIds.class)::fresh,
            new Envelopes(SITE, AgencyId::value),
            BUNDLED);
    return new AgencyMail(
        database(agency), new Signal(), mailbox, api.bean(Records.class), way, clock);
  }

  private static final class HandClock extends Clock {
    private final Instant start = Instant.now();
    private Duration later = Duration.ZERO;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return start.plus(later);
    }
  }

  private static Mailbox mailbox(AgencyId agency) {
    return api.bean(HostedAgencies.class).find(agency).map(HostedAgency::mailbox).orElseThrow();
  }

  private MailOutcome taken(MailOrder order) {
    orders.add(order);
    return new MailOutcome.Sent(order.messageId());
  }

  private MailOutcome away(MailOrder order) {
    orders.add(order);
    return new MailOutcome.Unreachable(order.messageId(), Obstacle.NO_CONNECTION);
  }

  private MailOutcome refused(MailOrder order) {
    orders.add(order);
    return new MailOutcome.Rejected(order.messageId(), Problem.ADDRESS_REFUSED);
  }

  private Set<MessageId> ids() {
    return orders.stream().map(MailOrder::messageId).collect(Collectors.toSet());
  }

  private List<String> told() {
    return orders.stream().map(order -> order.text().lines().findFirst().orElse("")).toList();
  }

  private static AgencyDatabase database(AgencyId agency) {
    return api.bean(Databases.class).of(agency);
  }
}
