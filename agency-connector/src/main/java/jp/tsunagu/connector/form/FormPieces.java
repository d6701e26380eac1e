package jp.tsunagu.connector.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.FormFiles;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.PersonRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A filled form in pieces, one for each person it tells of, so that what is of one person can be
 * locked and erased alone. In a piece each row stands in its place among all rows.
 */
public final class FormPieces {

  /** The piece of nobody. */
  static final int NOBODY = 0;

  private FormPieces() {}

  /** The pieces by the number of the person; there is always one of nobody. */
  static Map<Integer, ObjectNode> split(Form form, ObjectNode content) {
    Map<Integer, ObjectNode> pieces = new TreeMap<>();
    pieces.put(NOBODY, JsonNodeFactory.instance.objectNode());
    for (FormField<?> field : form.fields()) {
      JsonNode value = content.path(field.name());
      if (CaseForm.isKeptByPerson(field)) {
        splitRows(pieces, field.name(), value);
      } else if (!value.isMissingNode()) {
        piece(pieces, NOBODY).set(field.name(), value);
      }
    }
    return pieces;
  }

  private static void splitRows(Map<Integer, ObjectNode> pieces, String name, JsonNode rows) {
    for (int place = 0; place < rows.size(); place++) {
      JsonNode row = rows.path(place);
      ArrayNode own = piece(pieces, person(row)).withArray(name);
      while (own.size() < place) {
        own.addNull();
      }
      own.add(row);
    }
  }

  /** Whose row it is. */
  static int person(JsonNode row) {
    return row.path(CaseForm.PERSON.name()).asInt(NOBODY);
  }

  private static ObjectNode piece(Map<Integer, ObjectNode> pieces, int person) {
    return pieces.computeIfAbsent(person, _ -> JsonNodeFactory.instance.objectNode());
  }

  /** Whom what was filled in tells of; empty where it tells of nobody. */
  public static Set<PersonRef> persons(CaseForm form, ObjectNode content) {
    return split(form.form(), content).keySet().stream()
        .filter(person -> person != NOBODY)
        .map(PersonRef::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The files that are attached; one may stand there twice. */
  public static List<FileId> files(ObjectNode content) {
    return content.path(CaseForm.FILES.name()).valueStream().map(FormPieces::file).toList();
  }

  /** Whom each of them is about. */
  static Map<FileId, PersonRef> personsOfFiles(ObjectNode content) {
    Map<FileId, PersonRef> persons = new LinkedHashMap<>();
    content
        .path(CaseForm.FILES.name())
        .forEach(row -> persons.put(file(row), new PersonRef(person(row))));
    return persons;
  }

  /** The file of a row. */
  static FileId file(JsonNode row) {
    return new FileId(UUID.fromString(row.path(FormFiles.FILE.name()).asString("")));
  }

  /**
   * What these pieces are together; the rows of a piece that is not there are left out. What the
   * form does not know – it was kept under another declaration – stands behind the rest.
   */
  static ObjectNode join(Form form, Collection<ObjectNode> pieces) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    for (String name : names(form, pieces)) {
      if (pieces.stream().allMatch(piece -> isRows(piece.path(name)))) {
        ArrayNode rows = joinRows(name, pieces);
        if (!rows.isEmpty()) {
          whole.set(name, rows);
        }
      } else {
        pieces.stream()
            .filter(piece -> piece.has(name))
            .forEach(piece -> whole.set(name, piece.get(name)));
      }
    }
    return whole;
  }

  private static Set<String> names(Form form, Collection<ObjectNode> pieces) {
    Set<String> names = new LinkedHashSet<>();
    form.fields().forEach(field -> names.add(field.name()));
    pieces.forEach(piece -> names.addAll(piece.propertyNames()));
    return names;
  }

  private static boolean isRows(JsonNode value) {
    return value.isMissingNode()
        || (value.isArray() && value.valueStream().allMatch(row -> row.isObject() || row.isNull()));
  }

  private static ArrayNode joinRows(String name, Collection<ObjectNode> pieces) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    int most = pieces.stream().mapToInt(piece -> piece.path(name).size()).max().orElse(0);
    for (int place = 0; place < most; place++) {
      for (ObjectNode piece : pieces) {
        if (piece.path(name).path(place).isObject()) {
          rows.add(piece.path(name).path(place));
        }
      }
    }
    return rows;
  }
}
