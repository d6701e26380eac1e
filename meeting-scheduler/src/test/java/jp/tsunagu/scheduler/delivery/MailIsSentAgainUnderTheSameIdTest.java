package jp.tsunagu.scheduler.delivery;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeDelivered;
import jp.tsunagu.runtime.mail.MailSettings;
import jp.tsunagu.runtime.mail.Mailer;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.dispatch.OpenCommands;
import jp.tsunagu.scheduler.engine.RealNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that dies between mail server and report sends the same mail once more; one that stands
 * by sends none.
 */
@Tag("slow")
class MailIsSentAgainUnderTheSameIdTest {
  private static final String NOBODY = "127.0.0.1:9";

  @Test
  void and_not_a_third_time(@TempDir Path state) throws MessagingException {
    GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    server.start();
    try (RealNetwork network = RealNetwork.start(state)) {
      network.request("2026-09-08T16:40:00+09:00");
      network.clock("2026-09-08T17:16:00+09:00");
      try (RealNetwork.Life _ = network.live(RealNetwork.NEVER)) {
        await().atMost(SOON).until(() -> network.knowledge().meetings().all().size() == 2);
        network.clock("2026-09-29T08:31:00+09:00");
        await().atMost(SOON).until(network::isPublished);
        sendsWithoutReporting(network, server);
        sends(network, server);
      }
      assertThat(network.events(NoticeDelivered.class)).hasSize(2);
      assertThat(messageIds(server)).hasSize(4);
      String domain = "@" + network.id() + ".tsunagu>";
      assertThat(messageIds(server).stream().distinct())
          .containsExactlyInAnyOrder(
              "<shien-kaigi.2026-10-13.1.hokatsu" + domain,
              "<shien-kaigi.2026-10-13.1.shogai" + domain);
    } finally {
      server.stop();
    }
  }

  private static void sendsWithoutReporting(RealNetwork network, GreenMail server) {
    try (Commands toNobody = commands(network, NOBODY);
        Postbox _ = postbox(network, server, toNobody, () -> true)) {
      await().atMost(SOON).until(() -> server.getReceivedMessages().length == 2);
    }
  }

  private static void sends(RealNetwork network, GreenMail server) {
    try (Commands commands = commands(network, network.brokers());
        Postbox _ = postbox(network, server, commands, () -> false);
        Postbox _ = postbox(network, server, commands, () -> true)) {
      await().atMost(SOON).until(() -> network.events(NoticeDelivered.class).size() == 2);
      await()
          .during(Duration.ofSeconds(3))
          .atMost(SOON)
          .until(() -> server.getReceivedMessages().length == 4);
    }
  }

  private static Commands commands(RealNetwork network, String brokers) {
    return OpenCommands.of(network.id(), brokers, network.knowledge(), network.clock());
  }

  private static Postbox postbox(
      RealNetwork network, GreenMail server, Commands commands, BooleanSupplier isOurs) {
    MailSettings settings =
        MailSettings.plain(
            "127.0.0.1", server.getSmtp().getPort(), "kaigi@yui.example.jp", "会議事務局");
    Postbox postbox =
        new Postbox(
            network.knowledge(),
            commands,
            new Mailer(settings),
            network.id(),
            network.clock(),
            3,
            isOurs);
    postbox.start();
    return postbox;
  }

  private static List<String> messageIds(GreenMail server) throws MessagingException {
    List<String> ids = new ArrayList<>();
    for (MimeMessage message : Arrays.asList(server.getReceivedMessages())) {
      ids.add(message.getMessageID());
    }
    return ids;
  }
}
