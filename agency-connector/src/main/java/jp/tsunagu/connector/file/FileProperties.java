package jp.tsunagu.connector.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city's own cleaning of files (無害化). A program gets the file on its standard input and its
 * media type as its only argument, writes the clean file to its standard output and ends with 0;
 * with anything else the file is refused.
 *
 * @param beforeSealing the city's program that cleans what is handed in here; none means off (e.g.
 *     {@code /usr/local/bin/clean-file})
 * @param afterOpening the same for what is handed out here, each time; none means off (e.g. {@code
 *     /usr/local/bin/clean-file})
 * @param patience how long the program may take for one file
 * @param mostUnused how many files an agency may have handed in that hang on nothing yet; one more
 *     is refused, and none is thrown away for it
 */
@ConfigurationProperties("tsunagu.files")
record FileProperties(
    @Nullable Path beforeSealing,
    @Nullable Path afterOpening,
    @DefaultValue("60s") Duration patience,
    @DefaultValue("200") int mostUnused)
    implements CheckedAtStart {

  @Override
  public void check(Faults faults) {
    checkProgram("tsunagu.files.before-sealing", beforeSealing, faults);
    checkProgram("tsunagu.files.after-opening", afterOpening, faults);
    if (!patience.isPositive()) {
      faults.unusable("tsunagu.files.patience", "1秒以上の期間(例 60s)");
    }
    if (mostUnused < 1) {
      faults.unusable("tsunagu.files.most-unused", "1以上の数(例 200)");
    }
  }

  private static void checkProgram(String setting, @Nullable Path program, Faults faults) {
    if (program != null && !Files.isExecutable(program)) {
      faults.unusable(setting, "実行できるプログラムの場所(例 /usr/local/bin/clean-file)");
    }
  }
}
