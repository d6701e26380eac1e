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
 * What a person of one role has to know (手引き), in her words. What stands between 「 and 」 is what a
 * page calls it, letter by letter.
 *
 * @param lead for whom it is
 */
public record Guide(PersonRole role, String lead, List<Section> sections) {

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
    String lead = "";
    String title = "";
    List<String> steps = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (String line : text(role).lines().filter(each -> !each.isBlank()).toList()) {
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
    return new Guide(role, lead, sections);
  }

  private static void add(List<Section> sections, String title, List<String> steps) {
    if (!steps.isEmpty()) {
      sections.add(new Section(title, steps));
    }
  }

  private static String text(PersonRole role) {
    String name = "/guides/" + role.word() + ".txt";
    try (InputStream file = Objects.requireNonNull(Guide.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("a file of the service cannot be read: " + name, broken);
    }
  }

  /** What stands above it. */
  public String title() {
    return "手引き " + role.label();
  }

  /** As A4, two pages at most. */
  public byte[] pdf(Instant printed) {
    return PaperPdf.of(
        PaperPage.fill("guide", Map.of("paper", this, "words", WORDS, "printed", printed)),
        title(),
        printed);
  }
}
