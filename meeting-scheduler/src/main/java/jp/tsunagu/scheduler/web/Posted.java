package jp.tsunagu.scheduler.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.runtime.site.FormPost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page about a meeting sends, as the JSON of its form. An item is one word on a page, {@code
 * caseId~requestId}, because a person chooses it by its number.
 */
final class Posted {

  private static final String CASE = "caseId";
  private static final String REQUEST = "requestId";

  private Posted() {}

  static ObjectNode as(Form form, Map<String, String[]> values) {
    Map<String, String[]> all = new HashMap<>(values);
    values.forEach((name, words) -> split(name, words, all));
    ObjectNode read = FormPost.read(form, all);
    drop(read, "roles", row -> row.path("role").isMissingNode());
    return read;
  }

  /** {@code item} about one, {@code items} for each of several. */
  private static void split(String name, String[] words, Map<String, String[]> all) {
    if (name.equals("item") && words.length > 0) {
      String[] ids = PageAddresses.ids(words[0]);
      all.put(CASE, new String[] {ids[0]});
      all.put(REQUEST, new String[] {ids[1]});
    } else if (name.equals("items") || name.endsWith(".items")) {
      for (int place = 0; place < words.length; place++) {
        String[] ids = PageAddresses.ids(words[place]);
        all.put(name + "[" + place + "]." + CASE, new String[] {ids[0]});
        all.put(name + "[" + place + "]." + REQUEST, new String[] {ids[1]});
      }
    }
  }

  /** Agencies stand there to be given a role; who is given none has none. */
  private static void drop(ObjectNode read, String rows, Predicate<JsonNode> empty) {
    if (read.get(rows) instanceof ArrayNode all) {
      all.removeIf(empty);
      if (all.isEmpty()) {
        read.remove(rows);
      }
    }
  }
}
