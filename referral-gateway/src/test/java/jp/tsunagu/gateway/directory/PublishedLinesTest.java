package jp.tsunagu.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.testing.DirectoryLines;
import jp.tsunagu.contract.testing.DirectoryLines.Change;
import jp.tsunagu.gateway.network.LinesOfTheFile;
import jp.tsunagu.gateway.network.NetworkFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the other services are tested with is what this gateway publishes. With {@code
 * -Dlines=write} the file is written.
 */
class PublishedLinesTest {

  private static final Path FILE =
      Path.of(
          "../schemas/contract/src/test/resources",
          "jp/tsunagu/contract/testing/directory-lines.txt");
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  @TempDir private Path folder;
  private LinesOfTheFile file;
  private List<DirectoryRecord> whole;

  @BeforeEach
  void read() throws Exception {
    file = LinesOfTheFile.in(folder);
    whole = records(LinesOfTheFile.whole()).orElseThrow();
  }

  @Test
  void the_file_of_the_other_services_is_what_is_published_for_every_kind_of_line()
      throws Exception {
    String text = DirectoryLines.text(changes(Map.of(), whole), removed());
    if ("write".equals(System.getProperty("lines"))) {
      Files.writeString(FILE, text);
    } else {
      assertThat(DirectoryLines.text()).isEqualTo(text);
    }
    assertThat(removed().keySet()).contains("agencies[]", "areas[]", "meetings.bodies[]");
  }

  @Test
  void putting_a_line_back_publishes_what_stood_there_before() {
    Map<String, DirectoryRecord> before = after(Map.of(), changes(Map.of(), whole));
    removed()
        .forEach(
            (kind, changes) -> {
              Map<String, DirectoryRecord> gone = after(before, changes);
              assertThat(after(gone, changes(gone, whole))).as(kind).isEqualTo(before);
            });
  }

  private Map<String, List<Change>> removed() {
    Map<String, DirectoryRecord> before = after(Map.of(), changes(Map.of(), whole));
    Map<String, List<Change>> removed = new LinkedHashMap<>();
    for (String kind : file.kinds()) {
      List<Change> changes =
          file.usableWithout(kind)
              .flatMap(this::records)
              .map(wanted -> changes(before, wanted))
              .orElseGet(List::of);
      if (!changes.isEmpty()) {
        removed.put(kind, changes);
      }
    }
    return removed;
  }

  private Optional<List<DirectoryRecord>> records(String text) {
    return file.read(text) instanceof NetworkFile.Usable usable
        ? Optional.of(usable.configuration().records())
        : Optional.empty();
  }

  private static List<Change> changes(
      Map<String, DirectoryRecord> standing, List<DirectoryRecord> wanted) {
    DirectoryDifference difference = DirectoryDifference.between(wanted, standing, TODAY);
    List<Change> changes = new ArrayList<>();
    difference.written().forEach(record -> changes.add(new Change(record.key(), record)));
    difference.ended().forEach(key -> changes.add(new Change(key, null)));
    return changes;
  }

  private static Map<String, DirectoryRecord> after(
      Map<String, DirectoryRecord> standing, List<Change> changes) {
    Map<String, DirectoryRecord> next = new LinkedHashMap<>(standing);
    for (Change change : changes) {
      DirectoryRecord record = change.record();
      if (record == null) {
        next.remove(change.key());
      } else {
        next.put(change.key(), record);
      }
    }
    return next;
  }
}
