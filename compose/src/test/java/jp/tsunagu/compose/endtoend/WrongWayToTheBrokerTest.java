package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.broker.Credentials;
import jp.tsunagu.compose.broker.TestAuthority;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.run.SecuredNetwork;
import jp.tsunagu.compose.run.SecuredNetwork.Kind;
import jp.tsunagu.compose.run.ServiceProcess;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is set wrongly is not let in by a secured broker, and is told why in one line. */
@Order(1)
@Tag("slow")
@ExtendWith(OnSecuredNetwork.class)
class WrongWayToTheBrokerTest {
  private static final String SERVERS = "spring.kafka.bootstrap-servers";
  private static final String PROTOCOL = "spring.kafka.security.protocol";
  private static final String BUNDLE = "spring.kafka.ssl.bundle";
  private static final String MECHANISM = "spring.kafka.properties.sasl.mechanism";
  private static final String LOGIN = "spring.kafka.properties.sasl.jaas.config";
  private static final String UNREADABLE =
      "設定 spring.kafka.ssl.bundle が指す証明書の組を読めません。" + "spring.ssl.bundle.* が指すファイルの場所と中身を確かめてください。";
  private static final String WRONG = "ユーザー名かパスワードが違います";

  @TempDir private Path folder;

  private SecuredNetwork network;

  @BeforeEach
  void on(SecuredNetwork network) {
    this.network = network;
  }

  /** What an operator may set wrongly, and the line that says so. */
  private record Fault(Map<String, String> settings, String line) {}

  private Fault inTheClear() {
    return new Fault(
        Map.of(), refused("ブローカーは TLS を求めていますが、PLAINTEXT で接続しています", PROTOCOL + "(SSL か SASL_SSL)"));
  }

  private Fault foreignAuthority(Kind kind) throws Exception {
    var foreign = TestAuthority.in(folder.resolve("foreign-" + kind)).certificate();
    return new Fault(
        right(kind).trusting(foreign).settings(),
        refused("サーバー証明書を信頼できないか、サーバー名が証明書と違います", BUNDLE + "(spring.ssl.bundle.* の truststore)"));
  }

  private Fault wrongPassword(Kind kind) {
    return new Fault(right(kind).withPassword("wrong").settings(), refused(WRONG, LOGIN));
  }

  private Credentials right(Kind kind) {
    return network.broker().credentials(kind.user());
  }

  private String refused(String what, String setting) {
    return refused(network.broker().bootstrapServers(), what, setting);
  }

  private static String refused(String servers, String what, String setting) {
    return "Kafka(%s)に接続できません。%s。設定 %s を直してください。".formatted(servers, what, setting);
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_of_service_is_refused_in_one_line_that_names_the_setting(Kind kind)
      throws Exception {
    for (var fault : List.of(inTheClear(), foreignAuthority(kind), wrongPassword(kind))) {
      assertThat(network.refusal(kind, fault.settings())).containsExactly(fault.line());
    }
  }

  @Test
  void a_refused_process_prints_that_line_and_no_stack_trace() throws Exception {
    var faults = new EnumMap<Kind, Fault>(Kind.class);
    faults.put(Kind.GATEWAY, inTheClear());
    faults.put(Kind.SCHEDULER, foreignAuthority(Kind.SCHEDULER));
    faults.put(Kind.STATISTICS, wrongPassword(Kind.STATISTICS));
    faults.put(Kind.CONNECTOR, wrongPassword(Kind.CONNECTOR));
    for (var fault : faults.entrySet()) {
      try (var process = network.process(fault.getKey(), fault.getValue().settings())) {
        ended(process, fault.getValue());
      }
    }
  }

  private static void ended(ServiceProcess process, Fault fault) throws Exception {
    assertThat(process.endsWithin(SOON)).as(process.printed()).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(process.printed().lines().filter(line -> line.contains("設定")))
        .containsExactly(fault.line());
    assertThat(process.printed()).doesNotContain("\tat ", " WARN ", "wrong", "secret-of-");
  }

  @Test
  void whatever_else_is_set_wrongly_is_named() throws Exception {
    for (var fault : otherFaults()) {
      assertThat(network.refusal(Kind.STATISTICS, fault.settings())).containsExactly(fault.line());
    }
  }

  private List<Fault> otherFaults() throws IOException {
    var plain = EmbeddedBroker.shared().bootstrapServers();
    var nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing");
    var right = right(Kind.STATISTICS);
    return List.of(
        new Fault(
            with(Map.of(SERVERS, "kafka-1")),
            "設定 " + SERVERS + " の値は使えません。ホスト名:ポートの形(複数はコンマで区切る)で指定してください。"),
        new Fault(
            with(Map.of(SERVERS, plain)),
            refused(plain, "ブローカーは TLS を話しませんが、SASL_SSL で接続しています", PROTOCOL)),
        new Fault(
            with(Map.of(SERVERS, plain, PROTOCOL, "SASL_PLAINTEXT")),
            refused(plain, "ブローカーはログインを求めていませんが、SASL_PLAINTEXT で接続しています", PROTOCOL)),
        new Fault(
            with(Map.of(MECHANISM, "SCRAM-SHA-256")), refused("ブローカーが知らないログイン方式です", MECHANISM)),
        new Fault(
            with(Map.of(LOGIN, "user=me")), refused("ログインの設定を使えません", MECHANISM + "、" + LOGIN)),
        new Fault(with(Map.of(PROTOCOL, "TLS")), refused("接続の設定を使えません", PROTOCOL)),
        new Fault(
            with(Map.of(BUNDLE, "other")),
            "設定 spring.kafka.ssl.bundle が指す証明書の組がありません。spring.ssl.bundle.* で定めてください。"),
        new Fault(right.trusting(nothing).settings(), UNREADABLE),
        new Fault(right.trusting(folder.resolve("nowhere.pem")).settings(), UNREADABLE));
  }

  private Map<String, String> with(Map<String, String> changes) {
    var settings = new HashMap<>(right(Kind.STATISTICS).settings());
    settings.putAll(changes);
    return settings;
  }

  @Test
  void a_connector_none_of_whose_agencies_is_let_in_names_each_of_them() {
    var kafka = new LinkedHashMap<AgencyId, Map<String, String>>();
    kafka.put(SampleCity.KONKYU_MADOGUCHI, right(Kind.CONNECTOR).withPassword("wrong").ofAgency());
    kafka.put(SampleCity.SHAKYO, right(Kind.GATEWAY).withPassword("wrong").ofAgency());
    assertThat(network.refusal(kafka))
        .containsExactly(
            refused(WRONG, ofAgency(0, "sasl.jaas.config")),
            refused(WRONG, ofAgency(1, "sasl.jaas.config")));
  }

  @Test
  void an_agency_that_is_not_let_in_is_named_while_another_one_goes_on() {
    var kafka = new LinkedHashMap<AgencyId, Map<String, String>>();
    kafka.put(SampleCity.KONKYU_MADOGUCHI, right(Kind.CONNECTOR).ofAgency());
    kafka.put(SampleCity.SHAKYO, right(Kind.CONNECTOR).withPassword("wrong").ofAgency());
    kafka.put(SampleCity.DESK, Map.of("security.protocol", "SSL"));
    try (var http = HttpClient.newHttpClient();
        var connector = network.second(kafka)) {
      var anybody = new ServiceClient(http, connector.address(), "none");
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(anybody.get("/actuator/health").body().toString())
                      .contains(refused(WRONG, ofAgency(1, "sasl.jaas.config")))
                      .contains("設定 " + ofAgency(2, "security.protocol") + " を SASL_SSL にしてください")
                      .doesNotContain(ofAgency(0, "")));
    }
  }

  private static String ofAgency(int number, String setting) {
    return "tsunagu.connector.agencies[" + number + "].kafka." + setting;
  }
}
