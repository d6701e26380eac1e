package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.gateway.admission.Login;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Other people's programs on the machine, and one agency's against another's. */
@Tag("slow")
@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith(RunningNetwork.class)
class StrangersOnTheSameMachineTest {
  private static final Topics TOPICS = new Topics(SampleCity.NETWORK);
  private static final String OUTBOX = TOPICS.outbox(SampleCity.HOKATSU).name();
  private static final String NOBODY = "65534";

  @Test
  void a_foreign_producer_is_refused(Network network) {
    var way = Map.of("bootstrap.servers", network.machine().broker().bootstrapServers());
    var givingUp = new HashMap<>(way);
    givingUp.put("max.block.ms", "3000");
    assertThatThrownBy(() -> send(givingUp, OUTBOX)).hasCauseInstanceOf(TimeoutException.class);
    for (var user : List.of("gateway", "agency-hokatsu", "broker", "stranger")) {
      assertThatThrownBy(() -> send(with(way, new Login(user, "guessed").settings()), OUTBOX))
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void an_agency_neither_writes_anothers_outbox_nor_reads_anothers_inbox(Network network)
      throws Exception {
    var shogai = as(network, "agency-" + SampleCity.SHOGAI_SOUDAN);
    assertThatThrownBy(() -> send(shogai, OUTBOX))
        .hasCauseInstanceOf(TopicAuthorizationException.class);
    for (var foreign :
        List.of(
            TOPICS.inbox(SampleCity.HOKATSU), TOPICS.outbox(SampleCity.HOKATSU), TOPICS.ledger())) {
      assertThatThrownBy(() -> partitions(shogai, foreign.name()))
          .isInstanceOf(TopicAuthorizationException.class);
    }
    assertThat(partitions(shogai, TOPICS.inbox(SampleCity.SHOGAI_SOUDAN).name())).isPositive();
  }

  @Test
  void an_ordinary_client_reads_the_ledger_with_the_file_that_the_start_wrote(Network network)
      throws Exception {
    var referral =
        network.agency(SampleCity.HOKATSU).register(Forms.sentTo(SampleCity.SHAKYO).toString());
    var caseId = referral.text("caseId");
    var reader = properties(network.folder().clients().resolve("reader.properties"));
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(reader, bytes, bytes)) {
      consumer.subscribe(List.of(TOPICS.ledger().name()));
      var ends = System.nanoTime() + SOON.toNanos();
      var found = false;
      while (!found && System.nanoTime() < ends) {
        for (var event : consumer.poll(Duration.ofMillis(200))) {
          found |= caseId.equals(new String(event.key(), StandardCharsets.UTF_8));
        }
      }
      assertThat(found).as("the case of a referral").isTrue();
    }
    assertThatThrownBy(() -> send(strings(reader), TOPICS.ledger().name()))
        .hasCauseInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> partitions(strings(reader), TOPICS.inbox(SampleCity.SHAKYO).name()))
        .isInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void the_database_asks_everybody_for_a_password(Network network) throws IOException {
    var port = Files.readAllLines(network.folder().database().resolve("postmaster.pid")).get(3);
    for (var user : List.of("postgres", "connector", "agency-hokatsu")) {
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                          "jdbc:postgresql://127.0.0.1:" + port + "/postgres", user, "")
                      .close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
  }

  @Test
  void another_user_of_the_machine_reads_nothing(Network network) throws Exception {
    var data = network.folder().root();
    assertThat(permissions(data)).isEqualTo("rwx------");
    for (var secret :
        List.of("connector/master.key", "secrets/passwords", "clients/reader.properties")) {
      assertThat(permissions(data.resolve(secret))).as(secret).isEqualTo("rw-------");
    }
    for (var folder :
        List.of(
            "connector", "secrets", "clients", "programs", "postgresql", "folders/hokatsu/in")) {
      assertThat(permissions(data.resolve(folder))).as(folder).isEqualTo("rwx------");
    }
    assumeTrue(isRoot(), "SKIPPED: only root can try it as somebody else");
    assertThat(asNobody("test -x " + data.getParent())).as("the way there is open").isZero();
    for (var tried :
        List.of(
            "ls",
            "ls %s/logs",
            "cat %s/connector/master.key",
            "cat %s/secrets/passwords",
            "cat %s/network.yaml",
            "find %s -type s | grep .",
            "touch %s/here")) {
      var command = tried.contains("%s") ? tried.formatted(data) : tried + " " + data;
      assertThat(asNobody(command)).as(command).isNotZero();
    }
  }

  @Test
  void no_password_stands_on_a_command_line(Network network) throws IOException {
    var passwords = properties(network.folder().secrets().resolve("passwords")).values();
    assertThat(passwords).hasSizeGreaterThan(10);
    ProcessHandle.current()
        .descendants()
        .flatMap(process -> process.info().commandLine().stream())
        .forEach(
            line ->
                assertThat(passwords)
                    .noneSatisfy(password -> assertThat(line).contains((String) password)));
  }

  private static void send(Map<String, String> way, String topic)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings = new HashMap<>(way);
    settings.putIfAbsent("max.block.ms", SOON.toMillis());
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
      producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
    }
  }

  /** What comes back of a read from the beginning is only how much there is. */
  private static long partitions(Map<String, String> way, String topic) {
    Map<String, Object> settings = new HashMap<>(way);
    settings.put("group.id", "reader-of-tests");
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      consumer.poll(Duration.ofSeconds(2));
      return consumer.partitionsFor(topic).size();
    }
  }

  private static Map<String, String> as(Network network, String user) throws IOException {
    var passwords = properties(network.folder().secrets().resolve("passwords"));
    var login = new Login(user, passwords.getProperty("broker." + user, ""));
    return with(
        Map.of("bootstrap.servers", network.machine().broker().bootstrapServers()),
        login.settings());
  }

  private static Map<String, String> with(Map<String, String> way, Map<String, String> more) {
    var all = new HashMap<>(way);
    all.putAll(more);
    return all;
  }

  private static Map<String, String> strings(Properties properties) {
    var all = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    return all;
  }

  private static Properties properties(Path file) throws IOException {
    var properties = new Properties();
    try (var lines = Files.newBufferedReader(file)) {
      properties.load(lines);
    }
    return properties;
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static boolean isRoot() throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "test $(id -u) = 0 && command -v setpriv")
            .start()
            .waitFor()
        == 0;
  }

  private static int asNobody(String command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "sh",
                "-c",
                command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).as(command).isTrue();
    return process.exitValue();
  }
}
