package jp.tsunagu.scheduler.paper.rendering;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import jp.tsunagu.runtime.text.SpreadsheetCell;
import jp.tsunagu.scheduler.paper.PostListPaper;
import jp.tsunagu.scheduler.paper.PostListPaper.Letter;

/** The list of letters for a mail merge. */
final class PostListCsv {

  private static final MeetingWords WORDS = new MeetingWords();

  private PostListCsv() {}

  static byte[] write(PostListPaper list) {
    var text = new StringWriter().append('\uFEFF');
    // No buffer in between: the text is complete after every record.
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord("機関番号", "宛名", "印刷するもの", "会議の日時", "会場");
    for (Letter letter : list.letters()) {
      csv.writeRecord(
          letter.agencyId().value(),
          SpreadsheetCell.of(letter.name()),
          letter.paper(),
          WORDS.when(letter.schedule()),
          SpreadsheetCell.of(letter.schedule().room()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
