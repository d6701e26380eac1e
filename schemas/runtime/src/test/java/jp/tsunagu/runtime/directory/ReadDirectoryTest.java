package jp.tsunagu.runtime.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.testing.NewerProgram;
import jp.tsunagu.contract.testing.NewerProgram.Written;
import jp.tsunagu.contract.wire.Codec;
import org.junit.jupiter.api.Test;

class ReadDirectoryTest {
  private static final AgencyId SHOGAI = new AgencyId("shogai");
  private static final AgencyId KONKYU = new AgencyId("konkyu");
  private final Codec codec = Codec.standard();
  private final ReadDirectory directory = new ReadDirectory(codec);

  @Test
  void a_deletion_ends_its_key_and_the_same_record_put_back_heals_it() {
    read(agency(SHOGAI));
    directory.read(bytes("agency/shogai"), null);
    assertThat(directory.get().agency(SHOGAI)).isEmpty();
    directory.read(bytes("agency/never-there"), null);
    read(agency(SHOGAI));
    assertThat(directory.get().agency(SHOGAI)).isPresent();
  }

  @Test
  void a_record_that_cannot_be_read_is_told_and_what_its_key_said_before_holds() {
    read(agency(SHOGAI));
    directory.read(bytes("agency/shogai"), bytes("no record"));
    read(agency(KONKYU));
    assertThat(directory.unreadableKeys()).containsExactly("agency/shogai");
    assertThat(directory.get().agency(SHOGAI)).isPresent();
    assertThat(directory.get().agency(KONKYU)).isPresent();
    read(agency(SHOGAI));
    assertThat(directory.unreadableKeys()).isEmpty();
  }

  @Test
  void a_record_under_another_key_takes_no_place_but_its_own() {
    read(agency(SHOGAI));
    directory.read(bytes("agency/shogai"), codec.encode(agency(KONKYU)));
    assertThat(directory.get().agency(KONKYU)).isEmpty();
    assertThat(directory.get().agency(SHOGAI)).isPresent();
    assertThat(directory.unreadableKeys()).containsExactly("agency/shogai");
  }

  @Test
  void a_record_of_a_newer_kind_is_passed_over_and_told_and_stops_nothing() {
    NewerProgram next = new NewerProgram();
    Written newer = next.newKind("Programme", codec.encode(agency(SHOGAI)));
    read(agency(SHOGAI));
    directory.read(bytes("programme/outreach"), newer.bytes());
    assertThat(directory.unreadableKeys()).containsExactly("programme/outreach");
    read(newer.announcement());
    directory.read(bytes("agency/shogai"), newer.bytes());
    assertThat(directory.unreadableKeys()).isEmpty();
    assertThat(directory.newerKeys()).containsExactly("agency/shogai", "programme/outreach");
    assertThat(directory.get().agency(SHOGAI)).isPresent();
    directory.read(bytes("programme/outreach"), null);
    read(agency(SHOGAI));
    assertThat(directory.newerKeys()).isEmpty();
  }

  @Test
  void a_record_without_a_key_changes_nothing() {
    directory.read(null, codec.encode(agency(SHOGAI)));
    assertThat(directory.get().records()).isEmpty();
  }

  private void read(DirectoryRecord record) {
    directory.read(bytes(record.key()), codec.encode((Record) record));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Agency agency(AgencyId id) {
    return new Agency(
        id,
        id.value(),
        AgencyKind.OTHER,
        StatisticsField.OTHER,
        Participation.CONNECTOR,
        Set.of(),
        false,
        null);
  }
}
