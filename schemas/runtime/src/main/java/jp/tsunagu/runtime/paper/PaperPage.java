package jp.tsunagu.runtime.paper;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills the templates under {@code papers/} of the class path; all begin with the head of {@code
 * papers/style.html}. Pure, and may be called from any thread.
 */
public final class PaperPage {

  private static final ITemplateEngine ENGINE = engine();

  private PaperPage() {}

  /**
   * A whole XHTML page (UTF-8) that a browser shows and prints on A4.
   *
   * @param template its name without folder and ending
   * @param values what the template may ask for, by name
   */
  public static String fill(String template, Map<String, Object> values) {
    return withoutForbidden(ENGINE.process(template, new Context(Locale.JAPAN, values)));
  }

  private static ITemplateEngine engine() {
    var resolver = new ClassLoaderTemplateResolver(PaperPage.class.getClassLoader());
    resolver.setPrefix("papers/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCacheable(true);
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }

  /** Control characters in a configured name would make the page no XML; they are left out. */
  private static String withoutForbidden(String page) {
    var clean = new StringBuilder(page.length());
    page.codePoints().filter(PaperPage::isXml).forEach(clean::appendCodePoint);
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
