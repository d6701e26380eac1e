package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.topic.Partitions;
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
    for (int number = 0; number < 7; number++) {
      announce(AGENCY, number, number);
    }
    AgencyKeys last = directory().getLast();
    assertThat(last.agencyId()).isEqualTo(AGENCY);
    assertThat(last.keys()).extracting(PublicKey::keyId).hasSize(5).startsWith(keyId(6), keyId(5));
  }

  @Test
  void a_key_is_pinned_to_its_id_and_a_repetition_changes_nothing() {
    announce(AGENCY, 1, 1);
    announce(AGENCY, 1, 1);
    announce(AGENCY, 1, 2);
    assertThat(directory()).hasSize(1);
    assertThat(
            bench
                .meters
                .get("tsunagu.gateway.keys")
                .tag("announcement", "Conflicting")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void nobody_announces_a_key_for_another_agency() {
    bench.sendRaw(HOKATSU, AGENCY.value(), bench.codec.encode(announcement(1, 1)));
    assertThat(directory()).isEmpty();
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandUnreadable.class))
        .singleElement()
        .satisfies(notice -> assertThat(notice.reason()).isEqualTo("KEY_WRONG"));
  }

  private void announce(AgencyId agency, int number, int content) {
    bench.sendRaw(agency, agency.value(), bench.codec.encode(announcement(number, content)));
  }

  private AnnounceKey announcement(int number, int content) {
    PublicKey key =
        new PublicKey(keyId(number), Bytes.copyOf(new byte[] {(byte) content}), bench.now());
    return new AnnounceKey(new CommandId(new UUID(1, number)), bench.now(), key);
  }

  private static KeyId keyId(int number) {
    return new KeyId("%016x".formatted(number));
  }

  private List<AgencyKeys> directory() {
    return bench.read(bench.topics.directory(), AgencyKeys.class);
  }
}
