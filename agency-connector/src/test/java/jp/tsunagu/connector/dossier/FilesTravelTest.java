package jp.tsunagu.connector.dossier;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.outbox.FilesFault;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.HeldFile;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.contract.message.Notice.PieceDelivered;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@InTheWorld
class FilesTravelTest {

  private static final PersonRef PERSON = new PersonRef(1);
  private static final int MANY = 1000;

  private final World world;
  private final CaseId caseId = Samples.caseId();
  private final ReferralId referralId = Samples.referralId();
  private final byte[] content = new byte[FilePiece.LARGEST_PIECE * 2 + 17];

  FilesTravelTest(World world) {
    this.world = world;
    new Random(7).nextBytes(content);
  }

  @Test
  void pieces_follow_once_the_network_has_taken_the_part_and_the_file_is_there_with_the_last() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver, keep(sender));
    assertThat(pieces(sender)).as("before the network has taken it").isEmpty();
    accept(sender, sent);
    List<FilePiece> pieces = awaitPieces(sender, 3);
    deliver(receiver, sent);
    assertThat(pieces).extracting(FilePiece::number).containsExactly(1, 2, 3);
    assertThat(pieces).allSatisfy(piece -> assertThat(piece.isWhole()).isTrue());

    deliver(receiver, pieces.get(2));
    deliver(receiver, pieces.get(0));
    deliver(receiver, pieces.get(0));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(part(receiver, sent)).isEqualTo(new PartView.Content.Coming()));
    deliver(receiver, pieces.get(1));

    await().atMost(SOON).untilAsserted(() -> assertThat(opened(receiver, sent)).hasValue(content));
    assertThat(part(receiver, sent)).isInstanceOf(PartView.Content.Open.class);
    assertThat(opened(sender, sent)).as("its author reads it, too").hasValue(content);
  }

  @Test
  void an_answer_that_comes_again_sends_no_piece_again() {
    AgencyId sender = world.agency();
    SendReferral sent = send(sender, world.agency(), keep(sender));
    accept(sender, sent);
    awaitPieces(sender, 3);
    accept(sender, sent);
    SendReferral other = send(sender, world.agency(), keep(sender));
    accept(sender, other);
    awaitPieces(sender, 6);
  }

  @Test
  void of_what_the_network_refuses_no_piece_leaves_the_agency() {
    AgencyId sender = world.agency();
    SendReferral refused = send(sender, world.agency(), keep(sender));
    world
        .network()
        .deliver(
            sender,
            caseId,
            new CommandRefused(
                refused.header().commandId(),
                caseId,
                RefusalCode.NO_BASIS_FOR_PERSON,
                Set.of(PERSON),
                List.of(NextStep.CORRECT_AND_RESEND),
                false,
                Instant.now()));
    SendReferral taken = send(sender, world.agency(), keep(sender));
    accept(sender, taken);
    assertThat(awaitPieces(sender, 3))
        .allSatisfy(
            piece ->
                assertThat(piece.dossierId()).isEqualTo(taken.sealed().orElseThrow().dossierId()));
  }

  @Test
  void a_piece_of_another_file_or_place_does_not_make_a_file_whole() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver, keep(sender));
    accept(sender, sent);
    List<FilePiece> pieces = awaitPieces(sender, 3);
    deliver(receiver, sent);
    deliver(receiver, pieces.get(0));
    deliver(receiver, pieces.get(1).holding(pieces.get(0).ciphertext()));
    deliver(receiver, pieces.get(2));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(part(receiver, sent)).isInstanceOf(PartView.Content.Open.class));
    assertThat(opened(receiver, sent)).as("a piece in the place of another").isEmpty();
  }

  @Test
  void a_stop_locks_the_file_and_an_erasure_leaves_no_piece() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver, keep(sender));
    accept(sender, sent);
    List<FilePiece> pieces = awaitPieces(sender, 3);
    deliver(receiver, sent);
    pieces.subList(0, 2).forEach(piece -> deliver(receiver, piece));
    world
        .network()
        .deliver(
            receiver,
            caseId,
            new SharingStopRequested(TestNetwork.header(caseId, 1, sender), PERSON, receiver));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(part(receiver, sent)).isEqualTo(new PartView.Content.Locked()));
    world
        .network()
        .deliver(
            receiver,
            caseId,
            new SharingStopped(
                TestNetwork.header(caseId, 2, receiver), PERSON, receiver, StopAnswer.ERASED));
    deliver(receiver, pieces.get(2));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(part(receiver, sent)).isEqualTo(new PartView.Content.Erased()));
    SendReferral after = send(sender, receiver, keep(sender));
    deliver(receiver, after);
    await().atMost(SOON).until(() -> part(receiver, after) != null);
    assertThat(kept(receiver)).as("pieces in its database").isZero();
  }

  @Test
  void
      a_file_nobody_handed_in_or_one_that_stands_there_twice_is_refused_before_anything_is_stored() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    FileId unknown = new FileId(java.util.UUID.randomUUID());
    assertThat(submit(sender, referral(receiver, unknown)))
        .isEqualTo(new Submission.FilesUnusable(FilesFault.UNKNOWN));
    FileId file = keep(sender);
    assertThat(submit(sender, referral(receiver, file, file)))
        .isEqualTo(new Submission.FilesUnusable(FilesFault.TWICE));
    FileId[] large = {large(sender), large(sender), large(sender)};
    assertThat(submit(sender, referral(receiver, large)))
        .isEqualTo(new Submission.FilesUnusable(FilesFault.TOO_MUCH));
    assertThat(submit(receiver, referral(sender, file)))
        .as("another agency's file")
        .isEqualTo(new Submission.FilesUnusable(FilesFault.UNKNOWN));
    assertThat(sentReferrals(sender)).isEmpty();
  }

  @Test
  void so_many_files_may_wait_unused_and_using_one_or_its_end_makes_room() {
    AgencyId sender = world.agency();
    FileId first = keep(sender);
    keep(sender);
    assertThat(oneMoreOf(sender, 2)).as("two are there already").isEmpty();
    assertThat(files().notes(database(sender), Set.of(first))).as("none goes for it").hasSize(1);
    assertThat(oneMoreOf(world.agency(), 2)).as("another agency's").isPresent();

    send(sender, world.agency(), first);
    assertThat(oneMoreOf(sender, 2)).as("one was used").isPresent();

    Instant afterwards = Instant.now().plus(FileStore.UNUSED).plusSeconds(60);
    files().forgetOld(database(sender), afterwards);
    assertThat(oneMoreOf(sender, 1)).as("what was never used has ended").isPresent();
  }

  private Optional<FileId> oneMoreOf(AgencyId agency, int most) {
    return files()
        .keep(
            database(agency),
            new FileStore.HandedIn("診断書.jpg", "image/jpeg", content),
            most,
            Instant.now());
  }

  private FileId large(AgencyId agency) {
    return keep(agency, new byte[4 << 20]);
  }

  private FileId keep(AgencyId agency) {
    return keep(agency, content);
  }

  private FileId keep(AgencyId agency, byte[] bytes) {
    return files()
        .keep(
            database(agency),
            new FileStore.HandedIn("診断書.jpg", "image/jpeg", bytes),
            MANY,
            Instant.now())
        .orElseThrow();
  }

  private FileStore files() {
    return world.connector().bean(FileStore.class);
  }

  private AgencyDatabase database(AgencyId agency) {
    return world.connector().databases().of(agency);
  }

  private Wish referral(AgencyId receiver, FileId... files) {
    List<OpenPart> parts =
        java.util.stream.IntStream.range(0, files.length)
            .mapToObj(place -> filePart("file-" + (place + 1), receiver, files[place]))
            .toList();
    return Samples.referral(
        caseId, Samples.referralId(), receiver, new OpenDossier(Samples.dossierId(), parts));
  }

  private static OpenPart filePart(String name, AgencyId receiver, FileId file) {
    return new OpenPart(
        name,
        PartKind.FILE,
        PERSON,
        Set.of(DetailKind.HEALTH),
        SharingBasis.CONSENT,
        new OpenPart.Told(Set.of(receiver), Bytes.copyOf(new byte[0]), file),
        null,
        false);
  }

  private Submission submit(AgencyId agency, Wish wish) {
    return world.connector().outbox().submit(agency, null, () -> Samples.wishes(wish));
  }

  private SendReferral send(AgencyId sender, AgencyId receiver, FileId file) {
    int before = sentReferrals(sender).size();
    assertThat(submit(sender, referral(receiver, file))).isInstanceOf(Submission.Accepted.class);
    return await()
        .atMost(SOON)
        .until(() -> sentReferrals(sender), sent -> sent.size() > before)
        .getLast();
  }

  private List<SendReferral> sentReferrals(AgencyId agency) {
    return outbox(agency, SendReferral.class);
  }

  private List<FilePiece> pieces(AgencyId agency) {
    return outbox(agency, FilePiece.class);
  }

  private List<FilePiece> awaitPieces(AgencyId agency, int count) {
    return await().atMost(SOON).until(() -> pieces(agency), sent -> sent.size() >= count).stream()
        .toList();
  }

  private <T> List<T> outbox(AgencyId agency, Class<T> kind) {
    return world.network().outbox(agency).stream()
        .map(TestNetwork.Sent::value)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private void accept(AgencyId sender, SendReferral sent) {
    world
        .network()
        .deliver(
            sender,
            caseId,
            new CommandAccepted(sent.header().commandId(), caseId, 1, 1, false, Instant.now()));
  }

  private void deliver(AgencyId receiver, SendReferral sent) {
    SealedDossier own = sent.sealed().orElseThrow().onlyFor(receiver).orElseThrow();
    world
        .network()
        .deliver(receiver, caseId, new DossierDelivered(caseId, referralId, own, Instant.now()));
  }

  private void deliver(AgencyId receiver, FilePiece piece) {
    world
        .network()
        .deliver(
            receiver,
            caseId,
            new PieceDelivered(
                caseId,
                piece.dossierId(),
                piece.part(),
                piece.number(),
                piece.ciphertext(),
                Instant.now()));
  }

  private PartView.@Nullable Content part(AgencyId agency, SendReferral sent) {
    return world
        .connector()
        .records()
        .dossier(agency, sent.sealed().orElseThrow().dossierId())
        .map(dossier -> dossier.parts().getFirst().content())
        .orElse(null);
  }

  private Optional<byte[]> opened(AgencyId agency, SendReferral sent) {
    Optional<HeldFile> held =
        world.connector().records().file(agency, sent.sealed().orElseThrow().dossierId(), "file-1");
    return held.flatMap(file -> files().open(database(agency), file.file(), file.note()));
  }

  private long kept(AgencyId agency) {
    return database(agency)
        .jdbc()
        .sql("select count(*) from file_piece")
        .query(Long.class)
        .single();
  }
}
