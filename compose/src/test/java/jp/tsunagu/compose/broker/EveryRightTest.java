package jp.tsunagu.compose.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.testing.MadeTopics;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.gateway.admission.Rights;
import jp.tsunagu.gateway.admission.Rights.Service;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.doctor.BrokerExamination;
import jp.tsunagu.runtime.doctor.Doctor;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of user tries everything with every topic, at a broker that asks for its rights. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRightTest {
  private static final NetworkId NETWORK = new NetworkId("city");
  private static final AgencyId AGENCY = new AgencyId("gateway");
  private static final AgencyId ANOTHER = new AgencyId("hokatsu");
  private static final Topics TOPICS = new Topics(NETWORK);
  private static final Topics ELSEWHERE = new Topics(new NetworkId("city2"));
  private static final String AGENCY_KIND = "agency";

  @TempDir static Path folder;

  private final Map<String, User> users = new LinkedHashMap<>();
  private RightsTable table;
  private SecuredBroker broker;

  @BeforeAll
  void start() throws Exception {
    table = RightsTable.read();
    var authority = TestAuthority.in(folder.resolve("authority"));
    broker =
        SecuredBroker.start(
            folder.resolve("broker"),
            Ports.anyFree().broker(),
            authority.ofThisMachine(),
            authority.certificate());
    var names = new LinkedHashMap<String, String>();
    names.put(AGENCY_KIND, Rights.userOf(AGENCY));
    names.put("another agency", Rights.userOf(ANOTHER));
    for (var service : Service.values()) {
      names.put(service.user(), service.user());
    }
    broker.admit(names.values(), rights());
    names.forEach(
        (kind, name) -> users.put(kind, new User(broker.credentials(name).ofClient(broker))));
    try (var everything = Admin.create(broker.ofItself());
        var writer = new User(broker.ofItself())) {
      MadeTopics.make(everything, topics().map(name -> new NewTopic(name, 1, (short) 1)).toList());
      for (var topic : topics().toList()) {
        assertThat(writer.writes(topic)).isTrue();
      }
    }
  }

  private static List<AclBinding> rights() {
    var rights = new Rights(NETWORK);
    var all = new ArrayList<>(rights.ofServices());
    all.addAll(rights.ofAgency(AGENCY));
    all.addAll(rights.ofAgency(ANOTHER));
    return all;
  }

  /** Those of the table, and those of another network at the same broker. */
  private Stream<String> topics() {
    return Stream.concat(table.cells().keySet().stream().map(EveryRightTest::named), foreign());
  }

  private static Stream<String> foreign() {
    return Stream.concat(ELSEWHERE.shared().stream(), ELSEWHERE.of(AGENCY).stream())
        .map(Topic::name);
  }

  private static String named(String inTable) {
    return inTable.replace("<network>", NETWORK.value()).replace("<id>", AGENCY.value());
  }

  @AfterAll
  void stop() {
    users.values().forEach(User::close);
    broker.close();
  }

  @Test
  void every_cell_of_the_table_is_what_the_broker_does() throws Exception {
    var found = new TreeMap<String, Map<String, String>>();
    for (var topic : table.cells().keySet()) {
      found.put(topic, rightsTo(named(topic)));
    }
    assertThat(found).isEqualTo(new TreeMap<>(table.cells()));
  }

  private Map<String, String> rightsTo(String topic) throws Exception {
    var row = new LinkedHashMap<String, String>();
    for (var user : users.entrySet()) {
      var may =
          (user.getValue().reads(topic) ? "R" : "") + (user.getValue().writes(topic) ? "W" : "");
      row.put(user.getKey(), may.isEmpty() ? "–" : may);
    }
    return row;
  }

  @Test
  void the_doctor_finds_each_with_its_own_rights_and_says_whose_login_is_another_ones()
      throws Exception {
    try (var everything = Admin.create(broker.ofItself())) {
      MadeTopics.make(
          everything,
          TOPICS.statistics().stream()
              .skip(1)
              .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
              .toList());
    }
    assertThat(told("gateway", Party.GATEWAY, Set.of(), Set.of(AGENCY, AgencyId.SCHEDULER)))
        .isEmpty();
    assertThat(told("scheduler", Party.SCHEDULER, Set.of(AgencyId.SCHEDULER), Set.of(AGENCY)))
        .isEmpty();
    assertThat(told(Service.STATISTICS.user(), Party.STATS, Set.of(), Set.of(AGENCY))).isEmpty();
    assertThat(told(Rights.userOf(AGENCY), Party.AGENCY, Set.of(AGENCY), Set.of())).isEmpty();

    assertThat(told(Rights.userOf(ANOTHER), Party.AGENCY, Set.of(AGENCY), Set.of()))
        .singleElement(STRING)
        .contains("city.agency.gateway.inbox.v1", "読むか書くことができません");
    assertThat(told("gateway", Party.STATS, Set.of(), Set.of(AGENCY)))
        .as("a login that may do more")
        .anySatisfy(line -> assertThat(line).contains("ことができてしまいます", "city.referral.events.v1"));
  }

  /** What the doctor finds wrong, with this login. */
  private List<String> told(String user, Party party, Set<AgencyId> own, Set<AgencyId> others) {
    BrokerAccess access =
        BrokerAccess.plain("doctor", broker.bootstrapServers())
            .with(
                broker.credentials(user).ofClient(broker).entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey, each -> String.valueOf(each.getValue()))));
    var out = new ByteArrayOutputStream();
    int code =
        Doctor.tell(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            List.of(
                new BrokerExamination(
                    () -> access, party, TOPICS, own, others, Clock.systemUTC())));
    List<String> wrong =
        out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("×")).toList();
    assertThat(code).isEqualTo(wrong.isEmpty() ? 0 : 1);
    return wrong;
  }

  @Test
  void the_table_leaves_no_topic_out() {
    var known =
        Stream.of(
                TOPICS.shared(),
                TOPICS.of(AGENCY),
                TOPICS.of(AgencyId.SCHEDULER),
                List.of(TOPICS.statistics().getFirst()))
            .flatMap(List::stream)
            .map(Topic::name);
    assertThat(table.cells().keySet().stream().map(EveryRightTest::named))
        .containsAll(known.toList());
  }

  @Test
  void another_network_at_the_same_broker_is_nobodys() throws Exception {
    for (var topic : foreign().toList()) {
      assertThat(rightsTo(topic).values()).as(topic).containsOnly("–");
    }
  }

  @Test
  void topics_are_created_by_the_gateway_alone_and_changed_by_nobody() throws Exception {
    for (var user : users.entrySet()) {
      var kind = user.getKey();
      var who = user.getValue();
      assertThat(who.creates("city.agency.new-" + kind.replace(' ', '-') + ".inbox.v1"))
          .as(kind)
          .isEqualTo(kind.equals(Service.GATEWAY.user()));
      assertThat(who.creates("elsewhere-" + kind.replace(' ', '-'))).as(kind).isFalse();
      assertThat(who.deletes(TOPICS.ledger().name())).as(kind).isFalse();
      assertThat(who.deletes(TOPICS.outbox(AGENCY).name())).as(kind).isFalse();
      assertThat(who.changes(TOPICS.ledger().name())).as(kind).isFalse();
      assertThat(who.seesRights()).as(kind).isFalse();
    }
  }

  @Test
  void groups_and_transactions_are_those_of_the_own_application() throws Exception {
    var owners =
        Map.of(
            TOPICS.application(Party.GATEWAY),
            Service.GATEWAY,
            TOPICS.application(Party.SCHEDULER),
            Service.SCHEDULER,
            TOPICS.application(Party.STATS) + ".v1",
            Service.STATISTICS);
    for (var user : users.entrySet()) {
      for (var owner : owners.entrySet()) {
        var own = owner.getValue().user().equals(user.getKey());
        assertThat(user.getValue().belongsTo(owner.getKey(), TOPICS.directory().name()))
            .as(user.getKey() + " in " + owner.getKey())
            .isEqualTo(own);
        assertThat(user.getValue().transacts(owner.getKey() + "-1"))
            .as(user.getKey() + " transacts as " + owner.getKey())
            .isEqualTo(own);
      }
    }
    assertThat(user(Service.READER).belongsTo("reader-of-figures", TOPICS.directory().name()))
        .isTrue();
    assertThat(user(Service.STATISTICS).belongsTo("reader-of-figures", TOPICS.directory().name()))
        .isFalse();
  }

  @Test
  void an_agency_is_told_of_no_topic_but_its_own_and_the_directory() throws Exception {
    assertThat(Objects.requireNonNull(users.get(AGENCY_KIND)).topics())
        .containsExactlyInAnyOrder(
            TOPICS.outbox(AGENCY).name(), TOPICS.inbox(AGENCY).name(), TOPICS.directory().name());
  }

  private User user(Service service) {
    return Objects.requireNonNull(users.get(service.user()));
  }
}
