package jp.tsunagu.connector.sheet;

import java.util.Comparator;
import java.util.List;
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
      ArrayNode list = content.putArray("troubles");
      troubles.forEach(trouble -> list.add(trouble.name()));
    }
    if (row.memberNote() != null && told.test(DetailKind.HOUSEHOLD)) {
      content.put(MEMBER_NOTE, row.memberNote().value());
    }
    return bytes(content);
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
