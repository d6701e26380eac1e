package jp.tsunagu.compose.replay;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Which case is which consultation of the plan, found out as people would: the desk reads it in the
 * sheet it opened.
 */
final class Casebook {
  private final Plan plan;
  private final String run;
  private final Pattern number;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicInteger refusals = new AtomicInteger();

  /**
   * An empty book.
   *
   * @param run tells this replay from earlier ones on the same data: letters and digits
   */
  Casebook(Plan plan, String run) {
    this.plan = plan;
    this.run = run;
    this.number = Pattern.compile("見本" + run + "-(\\d+)番");
  }

  /** The name of this replay. */
  String run() {
    return run;
  }

  /** The text by which a sheet says which one it is. */
  String noteOf(Entry entry) {
    return "複数の分野にまたがるため、相談します。(見本" + run + "-" + entry.number() + "番)";
  }

  /** Notes a case under the number that stands in an opened dossier; empty if none does. */
  Optional<Entry> recognise(String caseId, JsonNode referral) {
    var known = entries.get(caseId);
    if (known != null) {
      return Optional.of(known);
    }
    var found = number.matcher(referral.path("dossiers").toString());
    if (!found.find()) {
      return Optional.empty();
    }
    var entry = plan.entries().get(Integer.parseInt(found.group(1)) - 1);
    entries.put(caseId, entry);
    return Optional.of(entry);
  }

  /** Notes a case whose number is known already. */
  void note(String caseId, Entry entry) {
    entries.put(caseId, entry);
  }

  /** The consultation of a case of this replay. */
  Optional<Entry> find(String caseId) {
    return Optional.ofNullable(entries.get(caseId));
  }

  /** How many cases are known. */
  int size() {
    return entries.size();
  }

  /** Counts a command that the network did not take. */
  void refused() {
    refusals.incrementAndGet();
  }

  /** How many commands the network did not take. */
  int refusals() {
    return refusals.get();
  }
}
