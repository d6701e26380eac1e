package jp.tsunagu.scheduler.paper.rendering;

import java.util.Locale;
import java.util.Map;
import jp.tsunagu.scheduler.paper.AgendaPaper;
import jp.tsunagu.scheduler.paper.AttendanceSheetPaper;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.paper.PostListPaper;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates under {@code papers/}. */
final class HtmlPress {

  private static final TemplateEngine ENGINE = engine();
  private static final PaperWords WORDS = new PaperWords();

  private HtmlPress() {}

  static String print(Paper paper) {
    var values = new Context(Locale.JAPAN, Map.of("paper", paper, "words", WORDS));
    return withoutForbidden(ENGINE.process(templateOf(paper), values));
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

  private static TemplateEngine engine() {
    var resolver = new ClassLoaderTemplateResolver(HtmlPress.class.getClassLoader());
    resolver.setPrefix("papers/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCacheable(true);
    var engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }

  /** Control characters in a configured name would make the page no XML; they are left out. */
  private static String withoutForbidden(String page) {
    var clean = new StringBuilder(page.length());
    page.codePoints().filter(HtmlPress::isXml).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isXml(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character < 0xD800)
        || (character > 0xDFFF && character < 0xFFFE)
        || character > 0xFFFF;
  }
}
