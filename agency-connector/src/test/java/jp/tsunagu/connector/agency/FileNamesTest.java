package jp.tsunagu.connector.agency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource({
    "UTF-8, true",
    "windows-31j, true",
    "EUC-JP, true",
    "ANSI_X3.4-1968, false",
    "ISO-8859-1, false",
    "nothing-known, false"
  })
  void only_some_charsets_take_japanese_names(String charset, boolean take) {
    assertThat(new FileNames(charset).takeJapanese()).isEqualTo(take);
  }

  @Test
  void a_process_in_the_locale_c_knows_that_it_takes_none() throws IOException {
    ProcessBuilder java =
        new ProcessBuilder(
            System.getProperty("java.home", "") + "/bin/java",
            "-XshowSettings:properties",
            "-version");
    java.environment().put("LC_ALL", "C");
    java.redirectErrorStream(true);
    String told = new String(java.start().getInputStream().readAllBytes(), UTF_8);
    String charset = told.replaceAll("(?s).*sun\\.jnu\\.encoding = (\\S+).*", "$1");
    assertThat(new FileNames(charset).takeJapanese()).as(charset).isFalse();
    assertThat(FileNames.ofThisProcess().takeJapanese()).isTrue();
  }
}
