package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.CANARY;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.runtime.testing.PdfReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The back of the つなぐシート: 配慮の希望, and what became of it (対応結果). */
class BackOfTheSheetTest {

  private static final String MINDED = "母には言わないでほしいカナリヤ";

  @Test
  void whoever_receives_it_reads_before_all_else_what_the_person_asks_to_be_minded(
      @TempDir Path directory) throws IOException {
    try (TestApi api = new TestApi(directory, Map.of());
        TestWindow window = new TestWindow(api)) {
      Delivered one = window.opened(with(SHEET, "persons[0].consideration", MINDED));
      String page = window.get(SHAKYO + "-sample", one.page()).body();
      assertThat(page).containsSubsequence("配慮の希望(先に読む)", MINDED, CANARY);
      assertThat(page.split(MINDED, -1)).as("said once").hasSize(2);

      byte[] paper =
          window
              .paper(
                  SHAKYO + "-sample",
                  "/agencies/shakyo/api/referrals/" + one.referral() + "/sheet.pdf")
              .body();
      assertThat(PdfReading.text(paper))
          .containsSubsequence("配慮の希望があります。", "裏面", "対応結果", "開封")
          .doesNotContain(MINDED);
    }
  }
}
