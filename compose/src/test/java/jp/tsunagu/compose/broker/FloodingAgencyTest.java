package jp.tsunagu.compose.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.testing.MadeTopics;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.gateway.admission.Admission;
import jp.tsunagu.gateway.admission.Login;
import jp.tsunagu.gateway.admission.Rights;
import jp.tsunagu.gateway.admission.Share;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency whose system runs wild: it waits itself, and nobody else does. */
@Tag("slow")
class FloodingAgencyTest {
  private static final Rights RIGHTS = new Rights(new NetworkId("city"));
  private static final Topics TOPICS = new Topics(RIGHTS.network());
  private static final AgencyId WILD = new AgencyId("hokatsu");
  private static final AgencyId QUIET = new AgencyId("shakyo");

  /** A hundred times what the test lets an agency write in a second. */
  private static final int MUCH = 400_000;

  private static final Share SMALL =
      new Share(4_000, Share.OF_AGENCY.read(), Share.OF_AGENCY.processing());

  @Test
  void who_writes_more_than_her_share_waits_and_whoever_leaves_leaves_no_share(@TempDir Path folder)
      throws Exception {
    var authority = TestAuthority.in(folder.resolve("authority"));
    try (var broker =
            SecuredBroker.start(
                folder.resolve("broker"),
                Ports.anyFree().broker(),
                authority.ofThisMachine(),
                authority.certificate());
        var admin = Admin.create(broker.ofItself())) {
      var admission = new Admission(admin);
      MadeTopics.make(
          admin,
          List.of(
              new NewTopic(TOPICS.outbox(WILD).name(), 1, (short) 1),
              new NewTopic(TOPICS.outbox(QUIET).name(), 1, (short) 1)));
      admit(admission, broker, WILD);
      admit(admission, broker, QUIET);

      assertThat(waitsAfter(broker, WILD, MUCH)).isPositive();
      assertThat(waitsAfter(broker, QUIET, 1_000)).isZero();
      admission.expel(Rights.userOf(WILD));
      admission.expel(Rights.userOf(QUIET));

      assertThat(admin.describeClientQuotas(ClientQuotaFilter.all()).entities().get()).isEmpty();
    }
  }

  private static void admit(Admission admission, SecuredBroker broker, AgencyId agency)
      throws Exception {
    var user = Rights.userOf(agency);
    var login = new Login(user, broker.credentials(user).password());
    admission.admit(login, RIGHTS.ofAgency(agency), SMALL);
  }

  /** How many milliseconds the broker has it wait once it has written this. */
  private static double waitsAfter(SecuredBroker broker, AgencyId agency, int bytes)
      throws Exception {
    Map<String, Object> settings = broker.credentials(Rights.userOf(agency)).ofClient(broker);
    var serializer = new ByteArraySerializer();
    var producer = new KafkaProducer<>(settings, serializer, serializer);
    try {
      var record =
          new ProducerRecord<byte[], byte[]>(TOPICS.outbox(agency).name(), new byte[bytes]);
      assertThat(producer.send(record).get().hasOffset()).isTrue();
      return producer.metrics().values().stream()
          .filter(metric -> metric.metricName().name().equals("produce-throttle-time-max"))
          .mapToDouble(metric -> (double) metric.metricValue())
          .max()
          .orElseThrow();
    } finally {
      producer.close(Duration.ZERO);
    }
  }
}
