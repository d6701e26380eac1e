package jp.tsunagu.runtime.doctor;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.runtime.paper.PaperPdf;

/** Whether papers can be printed here: one is made, with the fonts the program brings along. */
public record FontExamination() implements Examination {

  private static final String PAGE =
      "<html lang=\"ja\"><head><title>試し</title></head>"
          + "<body style=\"font-family: 'BIZ UDPGothic'\"><p>髙﨑 見本</p></body></html>";

  @Override
  public String what() {
    return "印刷の書体 (fonts for PDF)";
  }

  @Override
  public List<Finding> look() {
    int bytes = PaperPdf.of(PAGE, "試し", Instant.EPOCH).length;
    return List.of(Finding.good(what(), "PDF を作れます(" + bytes + " バイト)"));
  }
}
