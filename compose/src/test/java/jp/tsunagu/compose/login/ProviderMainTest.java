package jp.tsunagu.compose.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider in a container is told. */
class ProviderMainTest {
  private static final String GATEWAY = "gateway=https://localhost:8080=https://gateway:8080";

  @TempDir Path folder;

  @Test
  void a_service_has_an_address_for_browsers_one_inside_and_its_own_secret() throws Exception {
    Files.writeString(folder.resolve("client.gateway"), "secret of the gateway\n");
    var order = ProviderMain.read(words(GATEWAY));
    assertThat(order.setup().issuer()).isEqualTo("https://localhost:8400");
    assertThat(order.setup().sites())
        .containsExactly(
            new Site(
                "gateway",
                "secret of the gateway",
                URI.create("https://localhost:8080"),
                URI.create("https://gateway:8080")));
    assertThat(order.setup().sites().getFirst().backChannel().getHost()).isEqualTo("gateway");
  }

  @Test
  void what_cannot_be_understood_is_told_with_what_to_write() {
    refused(words("gateway=https://localhost:8080"), "<クライアント>=");
    refused(words(GATEWAY), "client.gateway");
    refused(List.of("--folder", "login"), "--network");
    refused(List.of("--port", "8400"), "--port");
    refused(List.of("--issuer"), "--issuer");
  }

  private static void refused(List<String> words, String told) {
    assertThatThrownBy(() -> ProviderMain.read(words))
        .isInstanceOf(ProviderMain.WrongWords.class)
        .hasMessageContaining(told);
  }

  private List<String> words(String site) {
    var words = new ArrayList<>(List.of("--folder", "login", "--network", "network.yaml"));
    words.addAll(List.of("--secrets", folder.toString(), "--issuer", "https://localhost:8400"));
    words.add(site);
    return words;
  }
}
