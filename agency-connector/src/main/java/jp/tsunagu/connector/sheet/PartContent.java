package jp.tsunagu.connector.sheet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.runtime.form.JsonForm;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON inside the parts of a dossier; names and texts stand in it exactly as typed. */
final class PartContent {

  static final String MEMBER_NOTE = "memberNote";
  private static final String TROUBLES = "troubles";

  private PartContent() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static Bytes bytes(ObjectNode content) {
    return Bytes.copyOf(JsonForm.MAPPER.writeValueAsBytes(content));
  }

  static Bytes person(PersonForm row, Predicate<DetailKind> told) {
    ObjectNode content = object();
    for (PersonField field : PersonField.values()) {
      String value = row.values().value().get(field);
      if (value != null && told.test(field.detail())) {
        content.put(field.id(), value);
      }
    }
    List<Trouble> troubles =
        row.troubles().value().stream()
            .filter(trouble -> told.test(trouble.detail()))
            .sorted(Comparator.naturalOrder())
            .toList();
    if (!troubles.isEmpty()) {
      ArrayNode list = content.putArray(TROUBLES);
      troubles.forEach(trouble -> list.add(trouble.name()));
    }
    if (row.memberNote() != null && told.test(DetailKind.HOUSEHOLD)) {
      content.put(MEMBER_NOTE, row.memberNote().value());
    }
    return bytes(content);
  }

  /**
   * What is left of a person's part when only this is told; none where it cannot be told apart.
   *
   * @param content as {@link #person} made it
   */
  static Optional<Bytes> only(Bytes content, Predicate<DetailKind> told) {
    if (!(JsonForm.read(content.toByteArray()) instanceof JsonForm.Readable(var root))
        || !(root.deepCopy() instanceof ObjectNode object)) {
      return Optional.empty();
    }
    for (PersonField field : PersonField.values()) {
      if (!told.test(field.detail())) {
        object.remove(field.id());
      }
    }
    keepTroubles(object, told);
    if (!told.test(DetailKind.HOUSEHOLD)) {
      object.remove(MEMBER_NOTE);
    }
    return Optional.of(bytes(object));
  }

  private static void keepTroubles(ObjectNode content, Predicate<DetailKind> told) {
    List<String> kept =
        content
            .path(TROUBLES)
            .valueStream()
            .map(code -> code.asString(""))
            .filter(code -> isTold(code, told))
            .toList();
    content.remove(TROUBLES);
    if (!kept.isEmpty()) {
      ArrayNode list = content.putArray(TROUBLES);
      kept.forEach(list::add);
    }
  }

  /** One that is not known here may tell of anything but where somebody lives. */
  private static boolean isTold(String trouble, Predicate<DetailKind> told) {
    return Trouble.CHOICE
        .find(trouble)
        .map(Trouble::detail)
        .map(told::test)
        .orElseGet(
            () ->
                Arrays.stream(DetailKind.values())
                    .filter(detail -> detail != DetailKind.CONTACT)
                    .allMatch(told));
  }

  static Bytes household(HouseholdForm form) {
    ObjectNode content = object();
    ArrayNode rows = content.putArray("rows");
    for (HouseholdForm.HouseholdRow row : form.rows().value()) {
      ObjectNode item = rows.addObject();
      item.put("relation", row.relation());
      if (row.age() != null) {
        item.put("age", row.age());
      }
    }
    return bytes(content);
  }

  static Bytes note(Sensitive<String> note) {
    ObjectNode content = object();
    content.put("text", note.value());
    return bytes(content);
  }

  static Bytes staff(Sensitive<DossierForm.Staff> staff) {
    ObjectNode content = object();
    if (staff.value().name() != null) {
      content.put("name", staff.value().name());
    }
    if (staff.value().phone() != null) {
      content.put("phone", staff.value().phone());
    }
    return bytes(content);
  }
}
