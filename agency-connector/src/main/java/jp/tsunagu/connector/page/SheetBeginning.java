package jp.tsunagu.connector.page;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.contract.dossier.PartKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in a つなぐシート before anybody types, because it is known or nearly always so: who writes
 * it, that a consent is of today and of the person whose sheet it is, that a household begins with
 * 本人 and lives together. Nothing of it decides anything: a row in which nothing more was said is no
 * row.
 *
 * @param day on which the page was shown (Asia/Tokyo)
 */
record SheetBeginning(LocalDate day) {

  private static final String CONSENTS = "consents";
  private static final String PERSONS = "persons";
  private static final String HOUSEHOLD = "household";
  private static final String ROWS = "rows";
  private static final String STAFF = "staff";
  private static final String PERSON = "person";
  private static final String GIVEN_ON = "givenOn";
  private static final String ADDRESS = "address";
  private static final String FIRST = "1";
  private static final Map<String, String> SELF = Map.of("relation", PartKind.PERSON.label());

  /** A new sheet of somebody of this name; empty for nobody known. */
  static ObjectNode by(String name) {
    ObjectNode sheet = JsonNodeFactory.instance.objectNode();
    if (!name.isBlank()) {
      sheet.putObject(STAFF).put("name", name);
    }
    return sheet;
  }

  /** Whether nothing was said in it that its page did not say before. */
  static boolean isUntouched(ObjectNode said, String name) {
    return said.isEmpty() || said.equals(by(name));
  }

  /** As the page shows it: with a beginning where there is nothing yet. */
  ObjectNode shown(ObjectNode said) {
    ObjectNode shown = said.deepCopy();
    if (!shown.has(CONSENTS)) {
      put(shown.putArray(CONSENTS).addObject(), consent(FIRST));
    }
    if (!shown.has(HOUSEHOLD)) {
      put(shown.putObject(HOUSEHOLD).putArray(ROWS).addObject(), SELF);
    }
    return shown;
  }

  /**
   * Begins one row more, where such a row begins with something.
   *
   * @return whether it did
   */
  boolean more(ObjectNode shown, String rows) {
    boolean isOfOne = shown.path(PERSONS).size() <= 1;
    Map<String, String> begun =
        switch (rows) {
          case CONSENTS -> isOfOne ? consent(FIRST) : Map.of(GIVEN_ON, day.toString());
          case PERSONS -> alike(shown);
          default -> Map.of();
        };
    if (!begun.isEmpty()) {
      put(((ArrayNode) shown.path(rows)).addObject(), begun);
    }
    return !begun.isEmpty();
  }

  /** What was said, without rows that are as they began. */
  ObjectNode said(ObjectNode posted) {
    ObjectNode said = posted.deepCopy();
    keep(said, CONSENTS, consent(FIRST), 0);
    keep(said, PERSONS, alike(said), 1);
    if (said.get(HOUSEHOLD) instanceof ObjectNode household
        && household.size() == 1
        && household.path(ROWS).size() == 1
        && isWithin(household.path(ROWS).path(0), SELF)) {
      said.remove(HOUSEHOLD);
    }
    return said;
  }

  private static void keep(ObjectNode sheet, String rows, Map<String, String> begun, int from) {
    if (sheet.get(rows) instanceof ArrayNode all) {
      for (int at = all.size() - 1; at >= from; at--) {
        if (isWithin(all.path(at), begun)) {
          all.remove(at);
        }
      }
      if (all.isEmpty()) {
        sheet.remove(rows);
      }
    }
  }

  private static boolean isWithin(JsonNode row, Map<String, String> begun) {
    return row.properties().stream()
        .allMatch(field -> field.getValue().asString("").equals(begun.get(field.getKey())));
  }

  private Map<String, String> consent(String person) {
    return Map.of(PERSON, person, GIVEN_ON, day.toString());
  }

  /**
   * Who is added lives where the first does; where an address is protected, that is not guessed.
   */
  private static Map<String, String> alike(ObjectNode sheet) {
    JsonNode address = sheet.path(PERSONS).path(0).path(ADDRESS);
    boolean isProtected = sheet.path("consultation").has("protection");
    return isProtected || address.asString("").isBlank()
        ? Map.of()
        : Map.of(ADDRESS, address.asString());
  }

  private static void put(ObjectNode row, Map<String, String> begun) {
    row.setAll(
        begun.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each -> JsonNodeFactory.instance.stringNode(each.getValue()))));
  }
}
