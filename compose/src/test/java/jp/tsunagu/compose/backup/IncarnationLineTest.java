package jp.tsunagu.compose.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncarnationLineTest {
  @TempDir private Path folder;

  @Test
  void every_sample_city_names_its_latest_incarnation_and_nothing_else_of_it_changes()
      throws Exception {
    for (var name : SampleCity.NAMES) {
      var file = folder.resolve(name + ".yaml");
      SampleCity.writeUnlessThere(name, file);
      var written = Files.readString(file);
      var restored = IncarnationLine.in(IncarnationLine.in(written, 7), 478_000);
      Files.writeString(file, restored);
      assertThat(City.read(file).incarnation()).as(name).isEqualTo(478_000);
      assertThat(restored.lines().filter(line -> !line.contains("incarnation")))
          .containsExactlyElementsOf(written.lines().toList());
    }
  }
}
