package jp.tsunagu.runtime.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.paper.PaperPage;
import jp.tsunagu.runtime.paper.PaperPdf;
import jp.tsunagu.runtime.paper.PaperWords;

/**
 * What a person of one role has to know (手引き), or everybody while the network is down (停止時手順), in
 * her words. What stands between 「 and 」 is what a page calls it, letter by letter.
 *
 * @param title what stands above it
 * @param form which paper it is printed as
 * @param lead for whom it is
 */
public record Guide(String title, String form, String lead, List<Section> sections) {

  /** What the paper for a time without the network is called. */
  static final String OUTAGE_TITLE = "停止時手順";

  /** Its name among the guides, which no role has. */
  static final String OUTAGE = "outage";

  private static final String SECTION = "# ";
  private static final String STEP = "- ";
  private static final PaperWords WORDS = new PaperWords();

  /** Keeps an unmodifiable copy. */
  public Guide {
    sections = List.copyOf(sections);
  }

  /** One thing to do, step by step. */
  public record Section(String title, List<String> steps) {

    /** Keeps an unmodifiable copy. */
    public Section {
      steps = List.copyOf(steps);
    }
  }

  /** The guide of a role. */
  public static Guide of(PersonRole role) {
    return read(role.word(), "手引き " + role.label(), "guide");
  }

  /** What everybody does while the network is down, on one page, with room for what is done. */
  public static Guide outage() {
    return read(OUTAGE, OUTAGE_TITLE, OUTAGE);
  }

  private static Guide read(String file, String heading, String form) {
    String lead = "";
    String title = "";
    List<String> steps = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (String line : text(file).lines().filter(each -> !each.isBlank()).toList()) {
      if (line.startsWith(SECTION)) {
        add(sections, title, steps);
        title = line.substring(SECTION.length());
        steps = new ArrayList<>();
      } else if (line.startsWith(STEP)) {
        steps.add(line.substring(STEP.length()));
      } else {
        lead = line;
      }
    }
    add(sections, title, steps);
    return new Guide(heading, form, lead, sections);
  }

  private static void add(List<Section> sections, String title, List<String> steps) {
    if (!steps.isEmpty()) {
      sections.add(new Section(title, steps));
    }
  }

  private static String text(String guide) {
    String name = "/guides/" + guide + ".txt";
    try (InputStream file = Objects.requireNonNull(Guide.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("a file of the service cannot be read: " + name, broken);
    }
  }

  /** As A4, two pages at most. */
  public byte[] pdf(Instant printed) {
    return PaperPdf.of(
        PaperPage.fill(form, Map.of("paper", this, "words", WORDS, "printed", printed)),
        title,
        printed);
  }
}
