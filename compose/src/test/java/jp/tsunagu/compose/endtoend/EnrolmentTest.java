package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.run.SecuredNetwork;
import jp.tsunagu.compose.run.SecuredNetwork.Kind;
import jp.tsunagu.compose.run.SecuredNetwork.Second;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.enrolment.EnrolmentDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An agency comes to a secured network by its bundle alone, goes, and comes back. */
@Order(1)
@Tag("slow")
@ExtendWith(OnSecuredNetwork.class)
class EnrolmentTest {
  private static final String ID = SecuredNetwork.TO_ENROL.value();
  private static final String ENDED = "がこのログインを受け付けません。取り消されたか、期限が切れたか、新しいものに替わりました。";

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private SecuredNetwork network;
  private Path centre;

  @BeforeEach
  void on(SecuredNetwork network) throws Exception {
    this.network = network;
    centre = network.centre(folder.resolve("centre"));
  }

  @Test
  void an_agency_works_by_its_bundle_alone_until_it_is_revoked_and_again_when_it_is_enrolled_anew()
      throws Exception {
    assertThat(desk(0, "enrol", ID, "--bundle", bundle(1), "--password-file", word(1)))
        .contains(bundle(1))
        .doesNotContain(password(1));
    assertThat(desk(1, "enrol", ID, "--bundle", bundle(2))).contains("すでに登録", "renew");
    assertThat(desk(0, "list")).contains(ID).doesNotContain("renew");
    var sender = agency(network.address(Kind.CONNECTOR), SampleCity.HOKATSU);
    String waiting;
    try (var enrolled = network.enrolled(Path.of(bundle(1)), password(1))) {
      var receiver = agency(enrolled);
      passes(sender, receiver);
      passes(receiver, sender);

      desk(0, "revoke", ID);
      waiting = receiver.submitSheet(sheetTo(sender)).text("referralId");
      await().atMost(SOON).untilAsserted(() -> assertThat(health(enrolled)).contains(ENDED));
      assertThat(desk(0, "list")).contains("取り上げ済み");
      var other = agency(network.addressElsewhere(), SampleCity.KODOMO_KATEI);
      passes(sender, other);
      assertThat(sender.referral(waiting).status()).isEqualTo(404);
    }
    Files.delete(Path.of(bundle(1)));
    desk(0, "enrol", ID, "--bundle", bundle(2), "--password-file", word(2));
    try (var enrolled = network.enrolled(Path.of(bundle(2)), password(2))) {
      await().atMost(SOON).until(() -> sender.referral(waiting).isSuccess());
      passes(sender, agency(enrolled));

      desk(0, "renew", ID, "--bundle", bundle(3), "--password-file", word(3));
      await().atMost(SOON).untilAsserted(() -> assertThat(health(enrolled)).contains(ENDED));
    }
    Files.delete(Path.of(bundle(2)));
    try (var enrolled = network.enrolled(Path.of(bundle(3)), password(3))) {
      Files.delete(Path.of(bundle(3)));
      passes(sender, agency(enrolled));
      assertThat(health(enrolled)).contains("enrolment").doesNotContain(ENDED);
    } finally {
      desk(0, "revoke", ID);
    }
  }

  @Test
  void the_end_is_told_before_it_comes_and_what_is_past_is_taken_away() throws Exception {
    var other = SampleCity.KONKYU_MADOGUCHI.value();
    desk(0, "enrol", other, "--days", "31", "--bundle", bundle(4), "--password-file", word(4));
    assertThat(desk(0, "list")).contains(other).doesNotContain("renew");
    assertThat(desk(0, in(1), "list")).contains("renew");
    assertThat(desk(0, in(31), "end-expired")).isEmpty();
    assertThat(desk(0, in(32), "end-expired")).contains(other);
    assertThat(desk(0, in(32), "end-expired")).isEmpty();
    assertThat(desk(0, in(32), "list")).contains("取り上げ済み");
  }

  private static Clock in(int days) {
    return Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
  }

  @Test
  void whoever_orders_something_else_is_told_what_is_wrong_and_what_to_do() throws Exception {
    assertThat(desk(1, "enrol", "nobody", "--bundle", bundle(9))).contains("network.yaml");
    assertThat(desk(1, "renew", "hokatsu", "--bundle", bundle(9))).contains("登録されていません", "enrol");
    assertThat(desk(2, "enrol", "hokatsu")).contains("--bundle");
    assertThat(desk(2, "enrol", "--bundle", bundle(9))).contains("機関のID");
    assertThat(desk(2, "enrol", "hokatsu", "--bundle", bundle(9), "--days", "0"))
        .contains("--days");
    assertThat(desk(2, "remove", "hokatsu")).contains("revoke", "--help");
    Files.writeString(centre.resolve("centre.properties"), "servers=kafka-1:9092\n");
    assertThat(desk(2, "list"))
        .contains("network-file がありません", "authority がありません", "kafka.bootstrap.servers がありません");
    assertThat(Path.of(bundle(9))).doesNotExist();
  }

  private String desk(int code, String... words) {
    return desk(code, Clock.systemUTC(), words);
  }

  private String desk(int code, Clock clock, String... words) {
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    var all = Stream.concat(Stream.of(words), Stream.of("--centre", centre.toString()));
    var ended = new EnrolmentDesk(out, clock).run(all.toArray(String[]::new));
    var said = printed.toString(StandardCharsets.UTF_8);
    assertThat(ended).as(said).isEqualTo(code);
    return said;
  }

  private String bundle(int number) {
    return folder.resolve("shakyo-" + number + ".bundle").toString();
  }

  private String word(int number) {
    return folder.resolve("password-" + number).toString();
  }

  private String password(int number) throws Exception {
    return Files.readString(Path.of(word(number)));
  }

  private AgencyClient agency(Second enrolled) {
    return agency(enrolled.address(), SecuredNetwork.TO_ENROL);
  }

  private AgencyClient agency(URI connector, AgencyId agency) {
    return new AgencyClient(http, connector, agency);
  }

  private String health(Second connector) {
    var anybody = new ServiceClient(http, connector.address(), "none");
    return Objects.toString(anybody.get("/actuator/health").body());
  }

  private static String sheetTo(AgencyClient receiver) {
    return Forms.sentTo(receiver.agency()).toString();
  }

  /** A household goes from one to the other and is accepted there. */
  private static void passes(AgencyClient sender, AgencyClient receiver) {
    var referral = sender.register(sheetTo(receiver)).text("referralId");
    await().atMost(SOON).until(() -> receiver.referral(referral).isSuccess());
    await().atMost(SOON).until(() -> receiver.act(referral, "accept", "{}").isSuccess());
    await().atMost(SOON).until(() -> stage(sender, referral).equals("ACCEPTED"));
  }

  private static String stage(AgencyClient agency, String referral) {
    return agency.referral(referral).body().path("stage").path("code").asString("");
  }
}
