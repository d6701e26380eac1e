package jp.tsunagu.connector.dossier;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.connector.record.HeldFile;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestConnector;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.contract.message.Notice.PieceDelivered;
import jp.tsunagu.contract.testing.OwnJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The process that sends a file, and takes one in, is killed between any two of its pieces. */
@Tag("slow")
class FilesSurviveKillsTest {

  private static final AgencyId SENDER = new AgencyId("sender");
  private static final AgencyId RECEIVER = new AgencyId("receiver");
  private static final int PIECES = 3;

  @TempDir Path directory;

  private final String database = TestPostgres.freshDatabase();
  private final CaseId caseId = Samples.caseId();
  private final ReferralId referralId = Samples.referralId();
  private final byte[] content = new byte[FilePiece.LARGEST_PIECE * (PIECES - 1) + 1];

  @Test
  void a_file_arrives_whole_and_once_whenever_sender_and_receiver_are_killed() throws Exception {
    new Random(3).nextBytes(content);
    try (TestNetwork network = new TestNetwork(SENDER, RECEIVER)) {
      SendReferral sent = sent(network);
      network.deliver(
          RECEIVER,
          caseId,
          new DossierDelivered(
              caseId,
              referralId,
              sent.sealed().orElseThrow().onlyFor(RECEIVER).orElseThrow(),
              Instant.now()));
      network.deliver(
          SENDER,
          caseId,
          new CommandAccepted(sent.header().commandId(), caseId, 1, 1, false, Instant.now()));

      until(network, () -> !pieces(network).isEmpty());
      until(network, () -> distinct(network).size() == PIECES);
      List<FilePiece> pieces = distinct(network);
      for (int count = 1; count < PIECES; count++) {
        int taken = count;
        deliver(network, pieces.get(count - 1));
        until(network, () -> takenIn() == taken);
      }
      try (TestConnector connector = connector(network)) {
        assertThat(part(connector, sent)).isEqualTo(new PartView.Content.Coming());
        pieces.forEach(piece -> deliver(network, piece));
        await()
            .atMost(SOON)
            .untilAsserted(() -> assertThat(opened(connector, sent)).isEqualTo(content));
        assertThat(takenIn()).isEqualTo(PIECES);
        assertThat(distinct(network)).as("nothing else was sent").isEqualTo(pieces);
      }
    }
  }

  /** Runs a process of its own until this is so, and kills it. */
  private void until(TestNetwork network, Callable<Boolean> so) throws Exception {
    Process process = start(network);
    try {
      await().atMost(SOON).until(so);
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private SendReferral sent(TestNetwork network) {
    try (TestConnector connector = connector(network)) {
      await().atMost(SOON).until(() -> !network.outbox(RECEIVER).isEmpty());
      network.publishKeysOf(RECEIVER);
      FileId file =
          connector
              .bean(FileStore.class)
              .keep(
                  connector.databases().of(SENDER),
                  new FileStore.HandedIn("a.pdf", "application/pdf", content),
                  1,
                  Instant.now())
              .orElseThrow();
      OpenPart part =
          new OpenPart(
              "file-1",
              PartKind.FILE,
              new PersonRef(1),
              Set.of(DetailKind.HEALTH),
              SharingBasis.CONSENT,
              new OpenPart.Told(Set.of(RECEIVER), Bytes.copyOf(new byte[0]), file),
              null,
              false);
      connector
          .outbox()
          .submit(
              SENDER,
              null,
              () ->
                  Samples.wishes(
                      Samples.referral(
                          caseId,
                          referralId,
                          RECEIVER,
                          new OpenDossier(Samples.dossierId(), List.of(part)))));
      return await()
          .atMost(SOON)
          .until(() -> values(network, SendReferral.class), all -> !all.isEmpty())
          .getFirst();
    }
  }

  private TestConnector connector(TestNetwork network) {
    return TestConnector.start(
        network.address(), database, directory.resolve("data"), SENDER, RECEIVER);
  }

  private static <T> List<T> values(TestNetwork network, Class<T> kind) {
    return network.outbox(SENDER).stream()
        .map(TestNetwork.Sent::value)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static List<FilePiece> pieces(TestNetwork network) {
    return values(network, FilePiece.class);
  }

  private static List<FilePiece> distinct(TestNetwork network) {
    return pieces(network).stream().distinct().toList();
  }

  private void deliver(TestNetwork network, FilePiece piece) {
    network.deliver(
        RECEIVER,
        caseId,
        new PieceDelivered(
            caseId,
            piece.dossierId(),
            piece.part(),
            piece.number(),
            piece.ciphertext(),
            Instant.now()));
  }

  private long takenIn() {
    return JdbcClient.create(new DriverManagerDataSource(database))
        .sql("select count(*) from \"agency_receiver\".file_piece")
        .query(Long.class)
        .single();
  }

  private static PartView.Content part(TestConnector connector, SendReferral sent) {
    return connector
        .records()
        .dossier(RECEIVER, sent.sealed().orElseThrow().dossierId())
        .orElseThrow()
        .parts()
        .getFirst()
        .content();
  }

  private static byte[] opened(TestConnector connector, SendReferral sent) {
    HeldFile file =
        connector
            .records()
            .file(RECEIVER, sent.sealed().orElseThrow().dossierId(), "file-1")
            .orElseThrow();
    return connector
        .bean(FileStore.class)
        .open(connector.databases().of(RECEIVER), file.file(), file.note())
        .orElse(new byte[0]);
  }

  private Process start(TestNetwork network) throws IOException {
    List<String> command = new ArrayList<>(OwnJvm.command("256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("jp.tsunagu.connector.testing.HostingProcess");
    command.addAll(
        List.of(
            network.address().bootstrapServers(),
            network.address().network().value(),
            database,
            directory.resolve("data").toString(),
            SENDER.value(),
            RECEIVER.value()));
    return new ProcessBuilder(command)
        .redirectOutput(directory.resolve("output").toFile())
        .redirectError(directory.resolve("errors").toFile())
        .start();
  }
}
