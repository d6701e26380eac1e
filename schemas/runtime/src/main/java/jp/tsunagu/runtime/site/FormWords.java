package jp.tsunagu.runtime.site;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;

/**
 * Hints of forms speak to programs too and name fields as JSON does; on a page a field is called as
 * it is labelled there, and what a hint says of fields that the page does not have is left out.
 */
final class FormWords {

  private static final Pattern NAME = Pattern.compile(" ?([a-z][A-Za-z]*)(\\(([^)]*)\\))? ?");

  private static final Pattern ANSWER = Pattern.compile("((?:はい|いいえ)」?)\\((?:true|false)\\)");
  private static final Pattern SENTENCE = Pattern.compile("[^。]+。?");

  private final Map<String, String> labels;

  private FormWords(Map<String, String> labels) {
    this.labels = Map.copyOf(labels);
  }

  static FormWords of(Form form) {
    Map<String, String> labels = new HashMap<>();
    add(form, labels);
    labels.put("true", FormPost.YES);
    labels.put("false", FormPost.NO);
    return new FormWords(labels);
  }

  private static void add(Form form, Map<String, String> labels) {
    form.fields().forEach(field -> labels.putIfAbsent(field.name(), field.label()));
    for (FormField<?> field : form.fields()) {
      switch (field.kind()) {
        case Kind.Group group -> add(group.form(), labels);
        case Kind.Rows rows -> add(rows.form(), labels);
        default -> {}
      }
    }
  }

  /** A hint without the sentences that name what the form does not have. */
  String hint(String text) {
    return SENTENCE
        .matcher(ANSWER.matcher(text).replaceAll("$1"))
        .results()
        .map(MatchResult::group)
        .filter(sentence -> NAME.matcher(sentence).results().allMatch(this::isKnown))
        .map(this::forPeople)
        .collect(Collectors.joining());
  }

  private boolean isKnown(MatchResult found) {
    return labels.containsKey(found.group(1));
  }

  /** The same text with labels in place of names; what is no name of the form stays. */
  String forPeople(String text) {
    return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(label(found)));
  }

  private String label(MatchResult found) {
    String label = labels.get(found.group(1));
    if (label == null) {
      return found.group();
    }
    String beside = found.group(3);
    boolean isSame = beside == null || beside.equals(label);
    return "「" + label + "」" + (isSame ? "" : found.group(2));
  }
}
