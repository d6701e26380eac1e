package jp.tsunagu.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import jp.tsunagu.gateway.network.NetworkFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryDifferenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final AgencyId SHOGAI = new AgencyId("shogai");
  @TempDir private Path folder;

  @Test
  void an_agency_whose_line_is_gone_is_marked_as_left_once_and_heals_when_it_is_put_back()
      throws Exception {
    Map<String, DirectoryRecord> standing = published(Map.of(), original());
    Map<String, DirectoryRecord> without =
        published(standing, edited("  - id: shogai\n", "  - id: shogai-2\n"));
    assertThat(directory(without).agency(SHOGAI)).isEmpty();
    assertThat(directory(without).formerAgency(SHOGAI).orElseThrow().name())
        .isEqualTo("障害者相談支援センター");
    Map<String, DirectoryRecord> back = published(without, original());
    assertThat(directory(back).agency(SHOGAI)).isPresent();
    assertThat(DirectoryDifference.between(original().records(), back, TODAY).size()).isZero();
  }

  @Test
  void a_reason_and_an_area_that_are_gone_keep_their_names_until_their_code_is_used_again()
      throws Exception {
    Map<String, DirectoryRecord> standing = published(Map.of(), original());
    NetworkConfiguration fewer = edited("east", "east-2");
    DirectoryDifference difference = DirectoryDifference.between(fewer.records(), standing, TODAY);
    assertThat(difference.written().getFirst())
        .as("what is remembered is written before what replaces it")
        .isInstanceOf(FormerName.class);
    Map<String, DirectoryRecord> without = published(standing, fewer);
    assertThat(directory(without).nameOf(new AreaId("east"))).isEqualTo("東");
    Map<String, DirectoryRecord> back = published(without, original());
    assertThat(directory(back).records()).doesNotContainKey("former/areas/east");
  }

  @Test
  void an_id_once_used_goes_to_no_other_agency_and_the_line_is_named() throws Exception {
    Map<String, DirectoryRecord> standing = published(Map.of(), original());
    Map<String, DirectoryRecord> without =
        published(standing, edited("  - id: shogai\n", "  - id: shogai-2\n"));
    assertThat(IdsOnceUsed.faults(original(), without)).isEmpty();
    NetworkConfiguration another = edited("name: 障害者相談支援センター", "name: みどり不動産");
    List<String> refused = IdsOnceUsed.faults(another, without);
    assertThat(refused).singleElement().asString().contains("行目: agencies[2].id", "障害相談", "shogai");
    assertThat(IdsOnceUsed.faults(another, standing)).as("a new name alone").isEmpty();
  }

  @Test
  void a_restored_network_goes_never_back_to_an_earlier_incarnation() throws Exception {
    Map<String, DirectoryRecord> standing = published(Map.of(), restored(5));
    assertThat(directory(standing).incarnation()).isEqualTo(5);
    assertThat(Restored.faults(original(), standing))
        .singleElement()
        .asString()
        .contains("'incarnation: 5'");
    assertThat(Restored.faults(restored(6), standing)).isEmpty();
  }

  private NetworkConfiguration restored(int incarnation) throws Exception {
    return edited("network:\n", "network:\n  incarnation: " + incarnation + "\n");
  }

  private static Map<String, DirectoryRecord> published(
      Map<String, DirectoryRecord> standing, NetworkConfiguration network) {
    DirectoryDifference difference =
        DirectoryDifference.between(network.records(), standing, TODAY);
    Map<String, DirectoryRecord> next = new HashMap<>(standing);
    difference.written().forEach(record -> next.put(record.key(), record));
    difference.ended().forEach(next::remove);
    return next;
  }

  private static NetworkDirectory directory(Map<String, DirectoryRecord> records) {
    return NetworkDirectory.EMPTY.with(records.values());
  }

  private NetworkConfiguration original() throws Exception {
    return edited("", "");
  }

  private NetworkConfiguration edited(String before, String after) throws Exception {
    Path sample =
        Path.of(
            Objects.requireNonNull(DirectoryDifferenceTest.class.getResource("/network.yaml"))
                .toURI());
    String text = Files.readString(sample);
    assertThat(text).contains(before);
    Path file = folder.resolve("network.yaml");
    Files.writeString(file, before.isEmpty() ? text : text.replace(before, after));
    return switch (NetworkFile.read(file)) {
      case NetworkFile.Usable usable -> usable.configuration();
      case NetworkFile.Unusable unusable ->
          throw new IllegalStateException(unusable.report().toString());
    };
  }
}
