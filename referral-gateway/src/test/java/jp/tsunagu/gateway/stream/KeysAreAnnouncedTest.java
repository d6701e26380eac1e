package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.testing.SigningAgency;
import jp.tsunagu.contract.topic.Partitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysAreAnnouncedTest {
  /** An agency whose announcements belong into partition 0, the only one of the bench. */
  private static final AgencyId AGENCY =
      IntStream.iterate(0, number -> number + 1)
          .mapToObj(number -> new AgencyId("agency-" + number))
          .filter(agency -> Partitions.of(agency.value(), 6) == 0)
          .findFirst()
          .orElseThrow();

  private static final NetworkId NETWORK = TestNetwork.configuration().settings().networkId();

  private final SigningAgency owner = SigningAgency.first(NETWORK, AGENCY, at(0));
  private Bench bench;

  @BeforeEach
  void build(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void the_newest_key_stands_first_and_at_most_five_are_kept() {
    for (int day = 0; day < 7; day++) {
      send(owner.announces(sealing(owner, day)));
    }
    AgencyKeys last = directory().getLast();
    assertThat(last.agencyId()).isEqualTo(AGENCY);
    assertThat(last.signingKeys()).containsExactly(owner.key());
    assertThat(last.keys()).hasSize(5).startsWith(sealing(owner, 6), sealing(owner, 5));
    assertThat(last.current()).containsExactly(sealing(owner, 6).keyId());
  }

  @Test
  void a_repetition_changes_nothing() {
    send(owner.announces(sealing(owner, 1)));
    send(owner.announces(sealing(owner, 1)));
    assertThat(directory()).hasSize(1);
  }

  @Test
  void what_is_not_signed_by_the_agency_is_not_published_and_the_agency_is_told() {
    SigningAgency shakyo = SigningAgency.first(NETWORK, new AgencyId("shakyo"), at(2));
    PublicKey ofShakyo = shakyo.sealing(content(9), at(9));
    PublicKey bare = new PublicKey(ofShakyo.keyId(), content(9), at(9));
    AnnounceKey rightful = owner.announces(sealing(owner, 1));
    send(rightful);
    send(announcement(bare, null));
    send(announcement(bare, shakyo.key()));
    send(announcement(ofShakyo, null));
    send(announcement(ofShakyo, shakyo.key()));
    send(
        announcement(
            new PublicKey(keyId(9), content(9), at(9), rightful.key().signature()), owner.key()));
    assertThat(directory()).hasSize(1);
    assertThat(told(AGENCY))
        .containsExactly(
            "KEY_NOT_SIGNED",
            "KEY_NOT_SIGNED",
            "KEY_SIGNER_UNKNOWN",
            "KEY_SIGNATURE_WRONG",
            "KEY_ID_WRONG");
  }

  @Test
  void an_old_announcement_told_again_takes_no_place() {
    for (int day = 0; day < 7; day++) {
      send(owner.announces(sealing(owner, day)));
    }
    send(owner.announces(sealing(owner, 0)));
    assertThat(directory()).hasSize(7);
    assertThat(told(AGENCY)).containsExactly("KEY_OLDER");
  }

  @Test
  void the_next_signing_key_brings_a_sealing_key_and_ends_those_of_the_one_before() {
    SigningAgency next = owner.next(at(2));
    send(owner.announces(sealing(owner, 1)));
    send(next.announces(sealing(next, 2)));
    AgencyKeys last = directory().getLast();
    assertThat(last.signingKeys()).containsExactly(next.key(), owner.key());
    assertThat(last.current()).containsExactly(sealing(next, 2).keyId());
  }

  @Test
  void other_chains_stand_behind_the_first_and_drive_it_out_never() {
    send(owner.announces(sealing(owner, 1)));
    for (int day = 10; day < 16; day++) {
      SigningAgency other = SigningAgency.first(NETWORK, AGENCY, at(day));
      send(other.announces(sealing(other, day)));
    }
    send(owner.announces(sealing(owner, 2)));
    AgencyKeys last = directory().getLast();
    assertThat(last.signingKeys()).hasSize(4).startsWith(owner.key());
    assertThat(last.keys()).hasSize(5).startsWith(sealing(owner, 2), sealing(owner, 1));
    assertThat(last.current()).hasSize(4).contains(sealing(owner, 2).keyId());
  }

  @Test
  void nobody_announces_a_key_for_another_agency() {
    bench.sendRaw(HOKATSU, AGENCY.value(), bench.codec.encode(owner.announces(sealing(owner, 1))));
    assertThat(directory()).isEmpty();
    assertThat(told(HOKATSU)).containsExactly("KEY_WRONG");
  }

  private void send(AnnounceKey announcement) {
    bench.sendRaw(AGENCY, AGENCY.value(), bench.codec.encode(announcement));
  }

  private static AnnounceKey announcement(PublicKey key, @Nullable SigningKey signing) {
    return new AnnounceKey(new CommandId(UUID.randomUUID()), at(9), key, signing);
  }

  private static PublicKey sealing(SigningAgency agency, int day) {
    return agency.sealing(content(day), at(day));
  }

  private static Bytes content(int number) {
    return Bytes.copyOf(new byte[] {(byte) number});
  }

  private static Instant at(int day) {
    return Instant.parse("2026-04-01T00:00:00Z").plusSeconds(day * 86_400L);
  }

  private static KeyId keyId(int number) {
    return new KeyId("%016x".formatted(number));
  }

  private List<String> told(AgencyId agency) {
    return bench.read(bench.topics.inbox(agency), CommandUnreadable.class).stream()
        .map(CommandUnreadable::reason)
        .toList();
  }

  private List<AgencyKeys> directory() {
    return bench.read(bench.topics.directory(), AgencyKeys.class);
  }
}
