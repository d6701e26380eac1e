package jp.tsunagu.scheduler.paper.rendering;

import java.util.Map;
import jp.tsunagu.runtime.paper.PaperPage;
import jp.tsunagu.scheduler.paper.AgendaPaper;
import jp.tsunagu.scheduler.paper.AttendanceSheetPaper;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.paper.PostListPaper;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper;

/** Which template a paper has, and what stands in it. */
final class HtmlPress {

  private static final MeetingWords WORDS = new MeetingWords();

  private HtmlPress() {}

  static String print(Paper paper) {
    return PaperPage.fill(templateOf(paper), Map.of("paper", paper, "words", WORDS));
  }

  private static String templateOf(Paper paper) {
    return switch (paper) {
      case AgendaPaper _ -> "agenda";
      case NoticePaper _ -> "notice";
      case ProgressLedgerPaper _ -> "progress-ledger";
      case AttendanceSheetPaper _ -> "attendance-sheet";
      case PostListPaper _ -> "post-list";
    };
  }
}
