package jp.tsunagu.compose.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.runtime.caller.TokenHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFileTest {
  private static final Pattern USED = Pattern.compile("\\$\\{(\\w+)");
  private static final Pattern EXPLAINED = Pattern.compile("(?m)^#(\\w+)=");
  private static final Pattern AGENCY = Pattern.compile("AGENCIES_0_ID: (\\S+)");

  @Test
  void every_variable_is_explained_in_the_example_and_no_other() throws IOException {
    assertThat(found(EXPLAINED, ".env.example")).isEqualTo(found(USED, "compose.yaml"));
  }

  @Test
  void everyone_of_the_sample_city_has_a_connector_and_the_token_of_the_tour(@TempDir Path folder)
      throws IOException {
    var file = folder.resolve("network.yaml");
    SampleCity.writeUnlessThere(file);
    var everyone = City.read(file).everyone();
    assertThat(found(AGENCY, "compose.yaml"))
        .isEqualTo(everyone.stream().map(Object::toString).collect(Collectors.toSet()));
    assertThat(Files.readString(Path.of("compose.yaml")))
        .contains(everyone.stream().map(SampleCity::tokenOf).map(TokenHash::hex).toList())
        .contains(TokenHash.hex(SampleCity.MANAGER_TOKEN))
        .contains(TokenHash.hex(SampleCity.PROTECTION_TOKEN));
  }

  private static Set<String> found(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(Path.of(file)))
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toSet());
  }
}
