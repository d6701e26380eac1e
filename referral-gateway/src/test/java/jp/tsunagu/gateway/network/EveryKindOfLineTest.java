package jp.tsunagu.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryKindOfLineTest {

  @TempDir private Path folder;
  private LinesOfTheFile lines;

  @BeforeEach
  void read() throws Exception {
    lines = LinesOfTheFile.in(folder);
  }

  @Test
  void the_whole_file_has_every_kind_of_line_the_reader_knows() {
    assertThat(lines.read(LinesOfTheFile.whole())).isInstanceOf(NetworkFile.Usable.class);
    assertThat(lines.kinds()).contains(NetworkReader.KEYS);
    assertThat(lines.kinds()).containsAll(below("agencies[].", AgencyList.KEYS));
    assertThat(lines.kinds()).containsAll(below("meetings.", MeetingList.KEYS));
    assertThat(lines.kinds()).containsAll(below("meetings.bodies[].", BodyReader.KEYS));
    assertThat(lines.kinds()).containsAll(below("forms[].", FormChanges.KEYS));
    assertThat(lines.kinds()).containsAll(below("forms[].sections[].", AddedLines.SECTION));
    assertThat(lines.kinds()).containsAll(below("forms[].fields[].", AddedLines.FIELD));
  }

  @Test
  void an_entry_of_every_list_can_go() {
    assertThat(
            lines.kinds().stream()
                .filter(kind -> kind.endsWith("[]"))
                .filter(kind -> !kind.equals("deadlines[]")))
        .as("but a deadline: each urgency has one")
        .allSatisfy(kind -> assertThat(lines.usableWithout(kind)).as(kind).isPresent());
  }

  @Test
  void what_is_fixed_at_the_birth_of_the_network_is_the_usual_number_where_its_line_is_missing() {
    assertThat(lines.kinds()).contains("network.partitions");
    String lacking = lines.usableWithout("network.partitions").orElseThrow();
    assertThat(records(lacking))
        .isEqualTo(records(LinesOfTheFile.whole().replace("partitions: 6", "partitions: 1")));
  }

  @Test
  void a_line_that_must_be_there_is_asked_for_with_its_line() {
    for (String kind : lines.kinds()) {
      for (String text : lines.without(kind)) {
        if (lines.read(text) instanceof NetworkFile.Unusable(List<String> report)) {
          assertThat(report).as(kind).allSatisfy(line -> assertThat(line).contains("行目: "));
        }
      }
    }
  }

  private List<DirectoryRecord> records(String text) {
    NetworkFile read = lines.read(text);
    assertThat(read).isInstanceOf(NetworkFile.Usable.class);
    return ((NetworkFile.Usable) read).configuration().records();
  }

  private static List<String> below(String place, String... keys) {
    return Stream.of(keys).map(key -> place + key).toList();
  }
}
